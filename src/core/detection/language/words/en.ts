import type { LanguageWords } from "./language-words.ts";

export const englishWords: LanguageWords = {
  frame: `the a an and or but if then than that this these those there here it its it's is are was were be been being am
    i'm i've i'd i'll im ive i you you're you've youre your yours u ur we we're our us he she his her they they're their
    them my mine me myself he's she's who whos what whats what's where wheres where's when whens why how hows how's
    which do does doesn't don't did didn't done doing can can't could couldn't cant will won't would wouldn't should
    shouldn't shall may might must have haven't has hasn't had hadn't having get gets got getting go goes going gone
    went not no nothing none nobody any anything anyone some something someone every everything all both each other
    another much many more most less few in on at to from for of by with without about into onto over under after before
    again against between during since until till while because cuz cos so as up down out off only just still yet
    already even also too very really quite now today tomorrow yesterday tonight soon later ever never always please pls
    plz one two three first last next same long twice wanna gonna gotta lemme let lets let's isn't isnt aren't wasn't
    weren't ain't idk dunno yes yeah yep nope whether instead such well
    want wants need needs know think say said says tell told see give like take use try`,
  subjects: `agent order orders ordered ordering refund refunds refunded parcel package delivery delivered deliver shipping
    shipped ship ships tracking track bill invoice payment paid pay charge charged card account password login log sign
    cancel cancelled canceled change changed return returned returns money back help 
    work works working broken wrong item items product size shoes price cost taking takes took make made email
    mail number address phone week weeks days day month time times open closed close store shop sunday monday friday
    buy bought send sent receive received missing lost arrive arrived arrives waiting wait 
    using tried trying does mean happened happening happen update check checked box website
    booking flight hotel ticket room reset declined friend understand question problem issue come put talk speak
    person people human real manager service company customer feel die life live love hate worst best bad good new old
    own thing things way place part hell hot stupid idiots shut useless scammed stole stolen business line call called
    calls press hold else enough ok'd fair kiss left right name hour minute guess believe hope reach connect someone's
    sorted joke`,
  greetings: `hello hi hey hiya thanks thank thx morning afternoon evening cheers bye goodbye`,
  endings: `ing ould ight ness tion able ously eous ally ough ated`,
};
