import { catalogue } from '../words.ts'

/** What the linter says; `{rule}` and `{other}` are rule ids. */
export const smell = catalogue('smell', {
  lessForMore:
    'More attendance pays less: in a webinar of {length} minutes, {before} seconds earn {earned}, and from {after} seconds on “{rule}” pays {points}. Put the rule that pays more first, or raise “{rule}”.',
  negativeForMore: '“{rule}” takes {points} for being there: whoever stays away has more.',
  liveBelowReplay:
    '“{rule}” pays {points} for the replay and “{other}” only {otherPoints} for being there live; whoever was there live is not paid the replay.',
  repeatsByDay:
    '“{rule}” pays {points} every day and nothing caps it: the same act on {days} days makes anybody hot (from {hot}). Add a cap, an expiry or a tighter limit.',
  repeatsByAct:
    '“{rule}” pays {points} each time and nothing caps it: {count} times make anybody hot (from {hot}). Add a cap or a tighter limit.',
  repeatsByItem:
    '“{rule}” pays {points} for each new item and nothing caps it: {count} of them make anybody hot (from {hot}). Add a cap if that is too easy.',
  repeatsByWindow:
    '“{rule}” pays {points} again after {every} days and nothing caps it: after {days} days the same act has made anybody hot (from {hot}). Add a cap or an expiry.',
  paidTwice: '“{rule}” ({points}) and “{other}” ({otherPoints}) pay for the same act: together {sum}.',
  paidOnTop:
    'What earns “{rule}” ({points}) can earn “{other}” ({otherPoints}) as well: together {sum}. Leave it if the one is meant as an extra on top of the other.',
  contradiction: 'The condition contradicts itself: nobody can ever meet it.',
  unknownRole: 'No role of the model is called “{role}” (there are: {roles}); nobody is ever found in it.',
  noRoles: 'The model has no roles, so “{role}” is nobody.',
  emptyPages: 'The page group “{group}” has no paths, so no page ever belongs to it.',
  alwaysSecond: '“{rule}” never pays: whenever it holds, “{other}” holds too, stands before it and is paid instead.',
  secondUnlessShort:
    '“{rule}” never pays in a webinar of {minutes} minutes or more: whenever it holds there, “{other}” holds too, stands before it and is paid instead.',
  notObserved:
    '“{rule}” is a penalty for silence on {channel}, but the model does not observe it, so it never costs anything. Connect such a source and say so under Formula, Company (`observes` in the file).',
  nothingObserved:
    '“{rule}” is a penalty for silence, but the model observes neither mail, phone, WhatsApp nor site, so it never costs anything. Connect such a source and say so under Formula, Company (`observes` in the file).',
  mail: 'mail',
  phone: 'the phone',
  whatsapp: 'WhatsApp',
  site: 'the website',
  social: 'social networks',
  paidDisabled: 'The condition asks whether “{other}” was paid, and that rule is switched off.',
  paidNothing:
    'The condition asks whether “{other}” was paid, and that rule is worth 0 points: it never counts as paid.',
  besideDisabled: '“{rule}” gives way to “{other}”, which is switched off: it always pays.',
  groupUnused: 'The group “{group}” has a cap, and no rule that is switched on belongs to it.',
  unknownContent: 'No source knows the kind of content “{kind}”. Known are: {kinds}.',
  notAWord: '“{word}” never matches: such words arrive in lower case with _ for blanks, as “{right}”.',
  noForms: '“{rule}” names no kind of form, so no form ever earns it.',
  noLists: '“{rule}” has no lists, so nobody is ever on one. Fill them or switch it off.',
  noCharacteristics: '“{rule}” waits for the characteristics of fit: none are set, so nobody has all of them.',
  noGrades: 'The condition asks for a grade, and no characteristics of fit are set: nobody has a grade.',
  noFreeMailboxes: '“{rule}” waits for the list of free mailboxes: it is empty.',
  neverSoShort: '“{rule}” is for visits of under 0 seconds: there are none.',
  tooManyDays: '{days} days of the calendar do not fit into {hours} hours: there are {most} at most.',
  noPages: '“{rule}” asks for pages of “{group}”, and this kind of act has no page: it never pays.',
  noBuyingWords: '“{rule}” asks for words of buying, and the model has none: it never pays.',
  unknownTopic: 'No topic of buying is called “{topic}” (there are: {topics}); nothing is ever about it.',
  noWords: 'The topic “{topic}” has no words in any language, so nothing is ever about it.',
  wordWithoutLetters: '“{word}” has no letter, so it is never found.',
  strayStar: 'In “{word}” a star stands elsewhere than at the end of a word: there it means nothing.',
  shortStem: '“{word}” finds every word that begins so: nearly everything would be about buying.',
  wordAgain: '“{word}” stands in “{topic}” twice.',
  wordOfTwo: '“{word}” stands in “{topic}” and in “{other}”: a question with it is about both.',
  noText: '“{rule}” asks for words, and this kind of act has no text: it never pays.',
  ignored: '“{rule}” says `{member}`, which has no effect here.',
  penaltyTooLarge:
    '“{rule}” takes {points} at once, and hot begins at {hot}: who has just become hot is below 0 afterwards.',
  registeringIsEnough:
    'Registering for one webinar can earn {points} by itself ({rules}); from {mql} on somebody is an MQL. A registrant is not a lead: the first click would make one of them.',
  answersAreEnough:
    'Registering and what is answered in the form can earn {points} ({rules}); from {mql} on somebody is an MQL. Forms may be filled in falsely: the first click would make an MQL.',
  registrantMeets: 'A registrant who has done nothing yet can meet the condition for {threshold}: it asks for no act.',
  thresholdTooHigh: 'Nobody can reach the {score} points of {threshold}: all rules together pay {most} at most.',
  thresholdTooLow: 'The threshold of {threshold} is {score}: every lead reaches it without a single point.',
  noRoom: 'MQL and SQL begin at the same score, {score}: nobody is ever an MQL.',
  neverBelow: 'Nobody is ever disqualified by the score: no rule takes points, so no score is below {below}.',
  disqualifiesMql:
    'Whoever stays below {below} for long is disqualified, and MQL begins at {mql}: accepted leads would be thrown out.',
  capTooSmall: '“{rule}” pays {points} and its cap is {cap}: it never pays in full.',
  groupCapTooSmall: '“{rule}” pays {points} and the cap of its group “{group}” is {cap}: it never pays in full.',
  halvesAfterExpiry:
    '“{rule}” halves every {halfLife} days but expires after {expires}: of {points} there are {left} left when they vanish at once.',
  unusedSource: 'The source “{source}” is connected, and no rule that is switched on looks at anything it brings.',
  unusedFacts: '“{type}” arrives, and no rule that is switched on looks at it.',
  unfedRule:
    'Nothing feeds “{rule}”: no connected source brings {types}, and there is none among the latest {looked} facts.',
  manyRules: 'Only the first {most} rules that are switched on were looked at.',
  manyFindings: 'There is more of this kind; only the first {most} are shown.',
})
