/**
 * Countries and regions, three digits on the wire (the general declaration has used letters since 2018, CEB has not).
 * Entries with `?` are from general knowledge of the customs table, not from a source at hand.
 */
import { codeTable } from './table.ts';

export const COUNTRIES = codeTable(`
  101? 阿富汗 Afghanistan
  102? 巴林 Bahrain
  103? 孟加拉国 Bangladesh
  104? 不丹 Bhutan
  105? 文莱 Brunei
  106? 缅甸 Myanmar
  107? 柬埔寨 Cambodia
  108? 塞浦路斯 Cyprus
  109? 朝鲜 North Korea
  110 中国香港 Hong Kong, China
  111 印度 India
  112 印度尼西亚 Indonesia
  113? 伊朗 Iran
  114? 伊拉克 Iraq
  115? 以色列 Israel
  116 日本 Japan
  117? 约旦 Jordan
  118? 科威特 Kuwait
  119? 老挝 Laos
  120? 黎巴嫩 Lebanon
  121 中国澳门 Macao, China
  122 马来西亚 Malaysia
  123? 马尔代夫 Maldives
  124? 蒙古 Mongolia
  125? 尼泊尔 Nepal
  126? 阿曼 Oman
  127? 巴基斯坦 Pakistan
  128? 巴勒斯坦 Palestine
  129 菲律宾 Philippines
  130? 卡塔尔 Qatar
  131 沙特阿拉伯 Saudi Arabia
  132 新加坡 Singapore
  133 韩国 South Korea
  134? 斯里兰卡 Sri Lanka
  135? 叙利亚 Syria
  136 泰国 Thailand
  137 土耳其 Türkiye
  138 阿联酋 United Arab Emirates
  139? 也门 Yemen
  141 越南 Viet Nam
  142 中国 China
  143 中国台湾 Taiwan, China
  144? 东帝汶 Timor-Leste
  145? 哈萨克斯坦 Kazakhstan
  146? 吉尔吉斯斯坦 Kyrgyzstan
  147? 塔吉克斯坦 Tajikistan
  148? 土库曼斯坦 Turkmenistan
  149? 乌兹别克斯坦 Uzbekistan
  199? 亚洲其他国家(地区) Asia, other
  201? 阿尔及利亚 Algeria
  202? 安哥拉 Angola
  203? 贝宁 Benin
  204? 博茨瓦纳 Botswana
  205? 布隆迪 Burundi
  206? 喀麦隆 Cameroon
  207? 加那利群岛 Canary Islands
  208? 佛得角 Cabo Verde
  209? 中非 Central African Republic
  210? 塞卜泰 Ceuta
  211? 乍得 Chad
  212? 科摩罗 Comoros
  213? 刚果(布) Congo
  214? 吉布提 Djibouti
  215 埃及 Egypt
  216? 赤道几内亚 Equatorial Guinea
  217? 埃塞俄比亚 Ethiopia
  218? 加蓬 Gabon
  219? 冈比亚 Gambia
  220? 加纳 Ghana
  221? 几内亚 Guinea
  222? 几内亚比绍 Guinea-Bissau
  223? 科特迪瓦 Côte d'Ivoire
  224 肯尼亚 Kenya
  225? 利比里亚 Liberia
  226? 利比亚 Libya
  227? 马达加斯加 Madagascar
  228? 马拉维 Malawi
  229? 马里 Mali
  230? 毛里塔尼亚 Mauritania
  231? 毛里求斯 Mauritius
  232? 摩洛哥 Morocco
  233? 莫桑比克 Mozambique
  234? 纳米比亚 Namibia
  235? 尼日尔 Niger
  236 尼日利亚 Nigeria
  237? 留尼汪 Réunion
  238? 卢旺达 Rwanda
  239? 圣多美和普林西比 São Tomé and Príncipe
  240? 塞内加尔 Senegal
  241? 塞舌尔 Seychelles
  242? 塞拉利昂 Sierra Leone
  243? 索马里 Somalia
  244 南非 South Africa
  245? 西撒哈拉 Western Sahara
  246? 苏丹 Sudan
  247? 坦桑尼亚 Tanzania
  248? 多哥 Togo
  249? 突尼斯 Tunisia
  250? 乌干达 Uganda
  251? 布基纳法索 Burkina Faso
  252? 刚果(金) Congo, Democratic Republic
  253? 赞比亚 Zambia
  254? 津巴布韦 Zimbabwe
  255? 莱索托 Lesotho
  256? 梅利利亚 Melilla
  257? 斯威士兰 Eswatini
  258? 厄立特里亚 Eritrea
  259? 马约特 Mayotte
  260? 南苏丹 South Sudan
  299? 非洲其他国家(地区) Africa, other
  301 比利时 Belgium
  302 丹麦 Denmark
  303 英国 United Kingdom
  304 德国 Germany
  305 法国 France
  306 爱尔兰 Ireland
  307 意大利 Italy
  308? 卢森堡 Luxembourg
  309 荷兰 Netherlands
  310 希腊 Greece
  311 葡萄牙 Portugal
  312 西班牙 Spain
  313? 阿尔巴尼亚 Albania
  314? 安道尔 Andorra
  315 奥地利 Austria
  316? 保加利亚 Bulgaria
  318 芬兰 Finland
  320? 直布罗陀 Gibraltar
  321 匈牙利 Hungary
  322? 冰岛 Iceland
  323? 列支敦士登 Liechtenstein
  324? 马耳他 Malta
  325? 摩纳哥 Monaco
  326 挪威 Norway
  327 波兰 Poland
  328 罗马尼亚 Romania
  329? 圣马力诺 San Marino
  330 瑞典 Sweden
  331 瑞士 Switzerland
  334? 爱沙尼亚 Estonia
  335? 拉脱维亚 Latvia
  336? 立陶宛 Lithuania
  337? 格鲁吉亚 Georgia
  338? 亚美尼亚 Armenia
  339? 阿塞拜疆 Azerbaijan
  340? 白俄罗斯 Belarus
  343? 摩尔多瓦 Moldova
  344 俄罗斯 Russia
  347 乌克兰 Ukraine
  350? 斯洛文尼亚 Slovenia
  351? 克罗地亚 Croatia
  352 捷克 Czechia
  353? 斯洛伐克 Slovakia
  354? 北马其顿 North Macedonia
  355? 波黑 Bosnia and Herzegovina
  356? 梵蒂冈 Holy See
  357? 法罗群岛 Faroe Islands
  358? 塞尔维亚 Serbia
  359? 黑山 Montenegro
  399? 欧洲其他国家(地区) Europe, other
  401? 安提瓜和巴布达 Antigua and Barbuda
  402 阿根廷 Argentina
  403? 阿鲁巴 Aruba
  404? 巴哈马 Bahamas
  405? 巴巴多斯 Barbados
  406? 伯利兹 Belize
  408? 玻利维亚 Bolivia
  409? 博内尔 Bonaire
  410 巴西 Brazil
  411? 开曼群岛 Cayman Islands
  412 智利 Chile
  413 哥伦比亚 Colombia
  414? 多米尼克 Dominica
  415? 哥斯达黎加 Costa Rica
  416? 古巴 Cuba
  417? 库拉索 Curaçao
  418? 多米尼加 Dominican Republic
  419? 厄瓜多尔 Ecuador
  420? 法属圭亚那 French Guiana
  421? 格林纳达 Grenada
  422? 瓜德罗普 Guadeloupe
  423? 危地马拉 Guatemala
  424? 圭亚那 Guyana
  425? 海地 Haiti
  426? 洪都拉斯 Honduras
  427? 牙买加 Jamaica
  428? 马提尼克 Martinique
  429 墨西哥 Mexico
  430? 蒙特塞拉特 Montserrat
  431? 尼加拉瓜 Nicaragua
  432? 巴拿马 Panama
  433? 巴拉圭 Paraguay
  434 秘鲁 Peru
  435? 波多黎各 Puerto Rico
  436? 萨巴 Saba
  437? 圣卢西亚 Saint Lucia
  438? 圣马丁 Saint Martin
  439? 圣文森特和格林纳丁斯 Saint Vincent and the Grenadines
  440? 萨尔瓦多 El Salvador
  441? 苏里南 Suriname
  442? 特立尼达和多巴哥 Trinidad and Tobago
  443? 特克斯和凯科斯群岛 Turks and Caicos Islands
  444? 乌拉圭 Uruguay
  445? 委内瑞拉 Venezuela
  446? 英属维尔京群岛 British Virgin Islands
  447? 圣基茨和尼维斯 Saint Kitts and Nevis
  448? 圣皮埃尔和密克隆 Saint Pierre and Miquelon
  499? 拉丁美洲其他国家(地区) Latin America, other
  501 加拿大 Canada
  502 美国 United States
  503? 格陵兰 Greenland
  504? 百慕大 Bermuda
  599? 北美洲其他国家(地区) North America, other
  601 澳大利亚 Australia
  602? 库克群岛 Cook Islands
  603? 斐济 Fiji
  606? 瑙鲁 Nauru
  607? 新喀里多尼亚 New Caledonia
  608? 瓦努阿图 Vanuatu
  609 新西兰 New Zealand
  610? 诺福克岛 Norfolk Island
  611? 巴布亚新几内亚 Papua New Guinea
  612? 社会群岛 Society Islands
  613? 所罗门群岛 Solomon Islands
  614? 汤加 Tonga
  617? 萨摩亚 Samoa
  618? 基里巴斯 Kiribati
  619? 图瓦卢 Tuvalu
  620? 密克罗尼西亚联邦 Micronesia
  621? 马绍尔群岛 Marshall Islands
  622? 帕劳 Palau
  623? 法属波利尼西亚 French Polynesia
  625? 瓦利斯和富图纳 Wallis and Futuna
  699? 大洋洲其他国家(地区) Oceania, other
  701 国家(地区)不详 Unknown
  702? 联合国及机构和国际组织 United Nations and international organisations`);
