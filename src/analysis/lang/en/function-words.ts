/** English words of grammar. Short on purpose: `world`, `like`, the month May and the US carry meaning. */
export const ENGLISH_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those
  i me my mine myself you your yours yourself yourselves he him his himself she her hers herself
  it its it's itself we our ours ourselves they them their theirs themselves
  who whom whose which what when where why how
  am is are was were be been being isn't aren't wasn't weren't
  have has had having haven't hasn't hadn't do does did doing done don't doesn't didn't
  will would shall should can could might must won't wouldn't shan't shouldn't can't cannot couldn't mustn't
  i'm you're he's she's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd
  i'll you'll he'll she'll we'll they'll that's there's what's who's let's
  and or but nor so yet if then else because while as than though although unless until since whether
  of at by for with about against between into through during before after above below to from up down
  in out on off over under upon onto within without toward towards among per via
  not no too very just also only there here such own same both each any some all most more other
  again once ever`.split(/\s+/),
)
