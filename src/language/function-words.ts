/** How strongly one word tells for English, for German, or for any other language; 1 is a plain vote. */
export interface Vote {
  en: number
  de: number
  foreign: number
}

// Words that both languages use (in, an, so, also, was, will, hat, not as "Not") stand in no list or
// in the weak one of the language where they are far more frequent.
const EN = `the of and to is that it with for as are by be this which from or have had has not but they you he she
his her hers him their theirs them we our ours us my your yours its who whom whose what when where how why were been being would
could should can cannot may might must there these those than then into about more most other others some any no
out up only after before because while during between through if at on do does did done I i'm me very every
everyone each both another such without against over just like even still much many own same few less
anyone nobody nothing something everything someone myself himself herself itself themselves yourself
until upon within toward towards among around across along above below behind since although though however
never always often again here now too yet ever rather quite per off down away back once
was get got make made take new first two three think know really well time way people year years said says
don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't it's that's let's
'll 're 've 't 'm`

const EN_WEAK = `am all one so under 's 'd`

const DE = `der die das und ist nicht ein eine einen einem einer eines den dem zu mit von auf für sich auch er sie wir ihr
ihre ihren ihrem ihrer ihres ich im zum zur vom beim ins ans nach bei aus wie als oder aber wenn dass daß wird
werden wurde wurden worden haben habe hast hatte hatten hätte hätten sind sein seine seinen seinem seiner seines
waren wäre wären kann können konnte konnten könnte soll sollen sollte sollten muss muß müssen musste mussten darf dürfen
um durch über gegen ohne zwischen noch nur schon sehr mehr jeder jede jedes jeden jedem jeglicher alle allen aller
alles diese dieser dieses diesen diesem jene kein keine keinen keinem keiner keines mein meine meinen meinem
meiner unser unsere unseren unserem unserer euch dein deine nichts etwas hier dort dann weil ob bis seit
während uns ihm ihn ihnen mich mir dich dir sowie sondern denn doch immer wieder jetzt nun damit dabei dazu daran
davon dafür darauf deren dessen denen welche welcher welches wer wo warum wieso gibt gab geht ging kommt kam macht
machen worüber wobei worden bin bist sei seien vor zwei drei viel viele vielen ganz eben mal ja nein beide beiden
wollen wollte wollten möchte möchten würde würden wegen trotz innerhalb außerhalb gemäß bzw dadurch hierzu
'n`

const DE_WEAK = `am war hat was so da man es du des daher unter neue neuen`

// One ballot for all other languages: it only has to be noticed that a text is neither.
const FOREIGN = `le la les l' d' qu' c' j' n' m' et est une un dans pour qui que par sur avec ne pas ce cette ces ses sa aux au il elle
nous vous je mais ou où leur leurs sont été être tout toute toutes tous comme mon ma
mes ton cet donc sans nos vos moi toi du des en de del
el los las y una uno con por para al su sus lo como más pero sobre este esta ser tiene toda todo todos muy sí porque ella
di che è per non della dei delle degli nel nella nelle alla alle dal dalla dell' nell' all' un' gli sono anche ogni più essere
ha questo questa perché ed o e os uma da dos das em não com mais ao à às pelo pela nos nas seu sua toda é são ou um
het een van niet zijn voor met op te ook maar bij door aan naar uit wordt worden ieder heeft deze dit geen dat tot hij
och att det är som på av för med inte till från eller ett har skall varje och om vi jag ej utan
og ikke af til som enhver skal på fra blir være den det og eller har så sin sitt
w z na się nie jest że dla oraz przez każdy ma prawo lub od po jak się ich tym który które
se že je pro který která každý nebo má si jako jeho ani v s k i
ve bir bu için ile olarak herkes hakkı
și în cu să este pe din care sau la ce nu orice
és hogy nem egy az minden vagy joga
ei että oli tai sekä hän joka mutta myös ovat
cum sed quod ut sunt`

function words(list: string): string[] {
  return list.split(/\s+/)
}

function buildVotes(): Map<string, Vote> {
  const votes = new Map<string, Vote>()
  const cast = (list: string, side: keyof Vote, weight: number) => {
    for (const word of new Set(words(list))) {
      const vote = votes.get(word) ?? { en: 0, de: 0, foreign: 0 }
      vote[side] = weight
      votes.set(word, vote)
    }
  }
  cast(EN, 'en', 1)
  cast(EN_WEAK, 'en', 0.4)
  cast(DE, 'de', 1)
  cast(DE_WEAK, 'de', 0.4)
  cast(FOREIGN, 'foreign', 0.9)
  return votes
}

/** Votes of lower-cased function words; elided parts stand with their apostrophe (`d'`, `'ll`). */
export const VOTES: ReadonlyMap<string, Vote> = buildVotes()
