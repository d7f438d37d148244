/** Units of quantity, three digits. Entries with `?` are from general knowledge of the customs table. */
import { codeTable } from './table.ts';

export const UNITS = codeTable(`
  001 台 set (machine)
  002 座 unit (installation)
  003 辆 vehicle
  004? 艘 ship
  005? 架 aircraft
  006 套 set
  007 个 piece
  008 只 piece (animal, item)
  009? 头 head
  010 张 sheet
  011 件 piece
  012 支 piece (stick)
  013 枝 piece (branch)
  014 根 piece (rod)
  015 条 piece (strip)
  016 把 piece (handle)
  017 块 block
  018 卷 roll
  019? 副 pair or set
  020 片 slice
  021 组 group
  022 份 copy or portion
  023 幅 piece (picture)
  025 双 pair (footwear)
  026 对 pair
  027? 棵 plant (tree)
  028? 株 plant
  029? 井 well
  030 米 metre
  031? 盘 coil
  032 平方米 square metre
  033 立方米 cubic metre
  034 筒 tube
  035 千克 kilogram
  036 克 gram
  037? 盆 pot
  038? 万个 ten thousand pieces
  039? 具 piece (implement)
  040? 百副 hundred pairs
  041? 百支 hundred sticks
  042? 百把 hundred (handles)
  043 百个 hundred pieces
  044? 百片 hundred slices
  045? 刀 quire
  046? 疋 bolt
  047? 公担 quintal
  048? 扇 leaf (door)
  049? 百枝 hundred branches
  050? 千只 thousand (items)
  051? 千块 thousand blocks
  052? 千盒 thousand boxes
  053? 千枝 thousand branches
  054 千个 thousand pieces
  055? 亿支 hundred million sticks
  056? 亿个 hundred million pieces
  057? 万套 ten thousand sets
  058? 千张 thousand sheets
  059? 万张 ten thousand sheets
  060? 千伏安 kilovolt-ampere
  061 千瓦 kilowatt
  062? 千瓦时 kilowatt-hour
  063 千升 kilolitre
  067? 英尺 foot
  070 吨 tonne
  071? 长吨 long ton
  072? 短吨 short ton
  073? 司马担 picul
  074? 司马斤 catty
  075? 斤 jin
  076 磅 pound
  077? 担 dan
  078? 英担 hundredweight
  079? 短担 short hundredweight
  080? 两 tael
  081? 市担 market picul
  083 盎司 ounce
  084 克拉 carat
  085? 市尺 market foot
  086? 码 yard
  088 英寸 inch
  089? 寸 cun
  095 升 litre
  096 毫升 millilitre
  097? 英加仑 imperial gallon
  098? 美加仑 US gallon
  099? 立方英尺 cubic foot
  101? 立方尺 cubic chi
  110? 平方码 square yard
  111? 平方英尺 square foot
  112? 平方尺 square chi
  115? 英制马力 horsepower
  116? 公制马力 metric horsepower
  118? 令 ream
  120 箱 case
  121 批 lot
  122 罐 can
  123 桶 barrel
  124? 扎 bundle
  125 包 package
  126? 箩 basket
  127 打 dozen
  128? 筐 crate
  129? 罗 gross
  130? 匹 bolt (cloth)
  131 册 volume
  132 本 book
  133? 发 round
  134 枚 piece (small)
  135? 捆 bale
  136 袋 bag
  139 粒 grain
  140 盒 box
  141? 合 case (joint)
  142 瓶 bottle
  143? 千支 thousand sticks
  144? 万双 ten thousand pairs
  145? 万粒 ten thousand grains
  146? 千粒 thousand grains
  147? 千米 kilometre
  148? 千英尺 thousand feet
  149? 百万贝可 megabecquerel
  163 部 set (device)`);
