/**
 * Customs offices that a run may meet: the Changsha district (table of 2019; reorganised since, names to be checked)
 * and a few exits elsewhere. Not the whole national table: a code outside it is doubtful, not wrong.
 */
import { codeTable } from './table.ts';

export const CUSTOMS_OFFICES = codeTable(`
  4900? 长沙关区 Changsha Customs District
  4901? 衡阳海关 Hengyang Customs
  4902? 岳阳海关 Yueyang Customs
  4903? 郴州海关 Chenzhou Customs
  4904? 常德海关 Changde Customs
  4905? 长沙海关 Changsha Customs
  4906? 株洲海关 Zhuzhou Customs
  4907? 韶山海关 Shaoshan Customs (Xiangtan)
  4908? 湘关机办 Changsha Huanghua Airport Customs
  4909? 醴陵海关 Liling Customs
  4910? 郴州综合保税区 Chenzhou Comprehensive Bonded Zone
  4911? 永州海关 Yongzhou Customs
  4913? 金霞保税物流中心 Jinxia Bonded Logistics Centre
  4914? 张家界海关 Zhangjiajie Customs
  4915? 衡阳综合保税区 Hengyang Comprehensive Bonded Zone
  4916? 星沙海关 Xingsha Customs
  4917? 湘潭综合保税区 Xiangtan Comprehensive Bonded Zone
  4918? 浏阳海关 Liuyang Customs
  4919? 岳阳城陵矶综合保税区 Yueyang Chenglingji Comprehensive Bonded Zone
  4921 黄花综合保税区 Huanghua Comprehensive Bonded Zone
  2200 上海海关 Shanghai Customs
  2233 浦东机场海关 Pudong Airport Customs
  2244 上海快件监管中心 Shanghai Express Centre
  2900 杭州关区 Hangzhou Customs District
  2910 萧山机场海关 Xiaoshan Airport Customs
  2928 杭州跨境电商监管中心 Hangzhou Cross-border E-commerce Centre
  3100 宁波关区 Ningbo Customs District
  3105 甬保税区 Ningbo Bonded Area
  4600 郑州关区 Zhengzhou Customs District
  4612 新郑综合保税区 Xinzheng Comprehensive Bonded Zone
  5100 广州海关 Guangzhou Customs
  5141 广州机场海关 Guangzhou Airport Customs
  5165 南沙保税港区 Nansha Bonded Port
  5300 深圳海关 Shenzhen Customs`);
