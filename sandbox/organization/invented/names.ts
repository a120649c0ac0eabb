/** Names as `written/in Latin letters`; the second half may be left out. */
type Culture = { locales: string[]; given: string[]; family: string[]; familyFirst?: true };

const words = (text: string): string[] => text.trim().split(/\s+/);

export const cultures: Culture[] = [
  {
    locales: ['ja-JP'],
    familyFirst: true,
    given: words(
      '由紀/yuki 健太/kenta 美咲/misaki 翔/sho 陽菜/hina 大輔/daisuke 愛/ai 拓海/takumi さくら/sakura 直樹/naoki 結衣/yui 誠/makoto 恵/megumi 悠斗/yuto 千尋/chihiro 蓮/ren',
    ),
    family: words(
      '佐藤/sato 鈴木/suzuki 高橋/takahashi 田中/tanaka 伊藤/ito 渡辺/watanabe 山本/yamamoto 中村/nakamura 小林/kobayashi 加藤/kato 吉田/yoshida 山田/yamada 齋藤/saito 長谷川/hasegawa 勅使河原/teshigawara 五十嵐/igarashi',
    ),
  },
  {
    locales: ['en-US', 'en-GB'],
    given: words('Grace Oliver Amelia Noah Harper Ethan Ruby Jack Isla Henry Zoe Samuel Nora Caleb Ivy Miles'),
    family: words("Bennett Clarke Foster Hughes O'Brien Murphy Reid Sinclair Turner Walsh Young Zimmer Brooks Hayes"),
  },
  {
    locales: ['de-DE'],
    given: words('Jürgen Anneliese Björn Käthe Lukas Mareike Stefan Ute Jonas Friederike Moritz Greta'),
    family: words('Müller Schröder Weiß Krämer Böhm Jäger Vogel Leutheusser-Schnarrenberger Roth Seidel'),
  },
  {
    locales: ['pt-BR', 'es-ES'],
    given: words('João Beatriz Mateus Inês Tiago Sofía Íñigo Lucía Rafael Camila Gonçalo Marisol'),
    family: words('Gonçalves Araújo Peña Núñez Ferreira Magalhães Ibáñez Conceição Duarte Rocha'),
  },
  {
    locales: ['fr-FR'],
    given: words('Zoé François Anaïs Loïc Hélène Étienne Maëlle Théo Noémie Rémi'),
    family: words('Lefèvre Dubois Moreau Béranger Châtelain Lemaître Girard Rousseau'),
  },
  {
    locales: ['ko-KR', 'en-US'],
    familyFirst: true,
    given: words('민준/minjun 서연/seoyeon 지후/jihu 하윤/hayun 도윤/doyun 수아/sua 은우/eunwoo 지민/jimin'),
    family: words('김/kim 이/lee 박/park 최/choi 정/jung 강/kang 남궁/namgung 황보/hwangbo'),
  },
  {
    locales: ['zh-CN', 'en-US'],
    familyFirst: true,
    given: words('伟/wei 芳/fang 秀英/xiuying 磊/lei 静/jing 子涵/zihan 浩然/haoran 梓萱/zixuan'),
    family: words('王/wang 李/li 张/zhang 刘/liu 陈/chen 欧阳/ouyang 司马/sima 赵/zhao'),
  },
  {
    locales: ['en-GB', 'en-US'],
    given: words('Ananya Rohan Priyanka Vikram Kavya Arjun Meera Siddharth Lakshmi Rahul'),
    family: words('Iyer Banerjee Venkataraman Kulkarni Chatterjee Nair Reddy Subramanian'),
  },
  {
    locales: ['en-US'],
    given: words('يوسف/yusuf ليلى/layla خالد/khalid نور/nour مريم/maryam'),
    family: words('الخطيب/alkhatib حداد/haddad المصري/almasri منصور/mansour'),
  },
];

const manyNames = words('Wolfeschlegelsteinhausenbergerdorff Maximiliana Theodora Anastasia Bartholomäus Konstantin');

/** 250 characters. */
const longest = [...manyNames, ...manyNames, ...manyNames].join(' ').slice(0, 250);

/** 250 characters as well, and nowhere to break the line. */
const unbroken = 'Llanfairpwllgwyngyllgogerychwyrndrobwll'.repeat(7).slice(0, 250);

export const unusual: { realName: string; handle: string; locale: string }[] = [
  { realName: longest, handle: 'max.von.und.zu', locale: 'de-DE' },
  { realName: unbroken, handle: 'gwen', locale: 'en-GB' },
  { realName: 'نور الدين بن عبد الرحمن الخطيب', handle: 'nour', locale: 'en-US' },
  { realName: 'שירה בן־דוד', handle: 'shira', locale: 'en-US' },
  { realName: 'Zoë 🦄👩🏽‍🚀 Park 🏳️‍🌈', handle: 'zoe', locale: 'en-US' },
  { realName: '勅使河原 龍之介🐉（たつのすけ）', handle: 'tatsu', locale: 'ja-JP' },
  { realName: '<b>Bobby</b> & "Tables" *_~`', handle: 'bobby', locale: 'en-US' },
];
