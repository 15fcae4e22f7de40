/** Traditional characters beside the simplified ones that mean the same, as far as complaints, requests and risks need them. */
const pairs = [
  "們们這这個个來来說说話话請请謝谢問问題题對对錯错電电腦脑機机會会時时間间從从還还沒没過过進进遠远運运長长開开關关門门點点幾几無无為为與与樣样種种業业務务員员線线聯联絡络繫系轉转換换",
  "單单訂订貨货買买賣卖錢钱費费帳账賬账號号碼码銀银盜盗騙骗詐诈罵骂滾滚媽妈爛烂廢废貓猫豬猪殘残瘋疯髒脏賤贱屍尸殺杀傷伤槍枪彈弹燒烧燬毁報报復复訴诉訟讼師师證证據据權权舉举檢检調调協协",
  "賠赔償偿隱隐資资訊讯數数庫库洩泄刪删銷销戶户憤愤氣气惱恼惡恶嚴严極极煩烦囉啰總总統统應应該该認认識识聽听見见覺觉現现實实際际麼么誰谁嗎吗讓让給给將将當当經经濟济終终結结東东體体驗验",
  "質质態态較较樂乐輕轻離离飛飞樓楼橋桥藥药劑剂絕绝遺遗願愿夠够慘惨淚泪虧亏亂乱邏逻輯辑處处負负責责專专歸归連连續续輸输贏赢異异損损壞坏補补誤误達达遲迟緩缓滿满優优級级壓压隨随狀状況况",
  "險险發发動动測测試试裡里後后準准備备價价幣币兌兑網网頁页預预約约畫画圖图書书",
].join("");

const simplified = new Map<string, string>();
for (let index = 0; index + 1 < pairs.length; index += 2) simplified.set(pairs[index] ?? "", pairs[index + 1] ?? "");

export function simplify(letter: string): string {
  return simplified.get(letter) ?? letter;
}
