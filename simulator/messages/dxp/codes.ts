/** What the exchange platform says about an envelope (specification of the terminal node; four digits). */
import { codeTable } from '../codes/table.ts';

export const DXP_CODES = codeTable(`
  0000? 接收成功 Taken in
  0001 报文格式错误 Wrong format
  0002 报文不符合模式 Does not fit the schema
  0999 其它报文错误 Other message error
  1001 签名无效 Signature invalid
  1002 证书过期 Certificate expired
  1003 解密失败 Can't be decrypted
  1004 签名与数据不符 Signature does not match the data
  1999 其它安全错误 Other security error
  2001 接收方不存在 Receiver unknown
  2002 地址不匹配 Address mismatch
  2999 其它地址错误 Other address error
  3001 数据库或中间件错误 Database or middleware
  3002 远程连接失败 Can't connect to the remote side
  3003 远程超时 Remote side timed out
  3999 其它系统错误 Other system error`);
