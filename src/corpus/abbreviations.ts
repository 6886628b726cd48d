// What a full stop after these words means. Compared in small letters, without the stop.

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}

/** Always followed by what they introduce: a stop after them never ends a sentence. */
export const INTRODUCING =
  words(`dr prof dipl ing hr hrn fr frl nr nrn bzw ca vgl sog evtl ggf bspw geb verh inkl
exkl zzgl insb insbes lt zit hrsg übers kgl str ehem angebl mr mrs ms mx messrs mt ft vs
gen col capt lt sgt cmdr rev hon sen rep gov pres e.g i.e z.b d.h m.e s.o s.u i.d.r o.g i.a cf viz approx op`)

/** Abbreviations only before a number (`No. 5`, `Abs. 2`); otherwise words of their own or sentence ends. */
export const NUMBERING =
  words(`no nos abs art kap bd bde fig abb tab ziff anm vol ch sec pp p rn az jg h bl aufl
jan feb mär apr jun jul aug sep sept okt oct nov dez dec mo di mi do fr sa so mon tue wed thu fri sat sun mind max gem gest`)

/** May stand inside a sentence or end it: the next word decides. */
export const CLOSING =
  words(`usw etc jr sr inc ltd co corp bros dept univ st ff f al u.a u.ä o.ä u.v.m uvm u.dgl dgl usf
chr jh jhd jhdt std min sek mio mrd tsd km kg cm mm ggü bzgl allg dt engl frz amer ital lat griech röm
jan feb apr aug sep sept okt oct nov dez dec ave blvd rd esq ed eds ebd ibid anw vors stellv gmbh ev kath feat est`)

/**
 * Words that, with a capital, begin a sentence rather than go on with it: function words of both
 * languages. Left out are those that are names or months too (Will, May, Mark, Mai).
 */
export const OPENERS =
  words(`the a an this that these those he she it they we you i his her its their our my your there here
in on at by for from with after before during since while when where why how what who which if as but and or so then
yet still however although though because also even not no nobody none nothing now today later once one some
many most all both each every another other such only just only finally meanwhile moreover instead perhaps maybe
yes well did do does is are was were has had have can could would should let
der die das den dem des ein eine einen einem einer er sie es wir ihr ich du man wer was wo wann wie warum weil
dass daß wenn als ob dieser diese dieses diesen diesem jener jene jenes seine sein seinen ihre ihren unser unsere
mein meine dann da dort damals danach dabei dafür damit dazu darum deshalb deswegen daher doch aber und oder
denn sondern auch nur noch schon so nun jetzt heute gestern später zuerst zunächst schließlich endlich
immer nie niemand nichts alle alles viele manche einige andere beide kein keine keiner bei mit nach vor seit
während im am zum zur vom auf aus für gegen ohne um unter über durch trotz wegen nein ja vielleicht natürlich
außerdem allerdings jedoch trotzdem dennoch inzwischen war ist sind hat hatte wird wurde kann`)

/** After these a number is only a number: English has no ordinals with a stop. */
export const BEFORE_CARDINALS =
  words(`of the at to by than was were is are only with from and about aged turned page pages
chapter scored around until till over for or section line number level grade room seite seiten kapitel
platz band teil jahr jahre zimmer artikel`)

/** After these a Roman numeral is not a ruler's (`Ludwig XIV.`) but a number that may end a sentence. */
export const BEFORE_NUMERALS =
  words(`war part chapter act volume book phase type world weltkrieg teil kapitel akt band buch
klasse stufe typ`)

/** Verbs that follow a quotation: `“Who is there?” Peter asked.` is one sentence. */
export const SAYING =
  `said says asked asks replied answered added cried shouted whispered continued wondered
exclaimed laughed joked remembered recalled explained insisted admitted`.split(/\s+/)
