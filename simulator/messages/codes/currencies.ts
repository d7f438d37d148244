/** Currencies, three digits on the wire. */
import { codeTable } from './table.ts';

export const CURRENCIES = codeTable(`
  110 港币 Hong Kong dollar
  116 日本元 Japanese yen
  121 澳门元 Macao pataca
  122 马来西亚林吉特 Malaysian ringgit
  129 菲律宾比索 Philippine peso
  132 新加坡元 Singapore dollar
  133? 韩国元 Korean won
  136 泰国铢 Thai baht
  142 人民币 Chinese yuan
  143 新台币 New Taiwan dollar
  300 欧元 Euro
  302 丹麦克朗 Danish krone
  303 英镑 Pound sterling
  326 挪威克朗 Norwegian krone
  330 瑞典克朗 Swedish krona
  331 瑞士法郎 Swiss franc
  501 加拿大元 Canadian dollar
  502 美元 US dollar
  601 澳大利亚元 Australian dollar
  609 新西兰元 New Zealand dollar`);
