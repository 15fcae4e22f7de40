import type { AnswerLexicon } from "./answer-lexicon.ts";

export const englishAnswers: AnswerLexicon = {
  yes: `yes | yeah | yea | yep | yup | yess | yesss | yas | ye | y | absolutely | definitely | of course | sure thing | please do |
    do it | do that | go for it | that would be great | that would be nice | that would be good | id like that |
    i would like that | i would | i do | id love that | id love to | id like to | by all means | why not | yes i would |
    sounds good | lets do it | lets do that | affirmative | correct | that would help | certainly`,
  agree:
    "ok | okay | okey | k | kk | sure | fine | alright | please | pls | plz | great | good | perfect | cool | right",
  no: "no | nope | nah | naw | n | nay | noo | nothing",
  not: "not | dont | do not | never | without | wont | no more | rather not | instead of | cant",
  decline: `no thanks | no thank you | no thx | no ty | not now | not yet | not really | not needed | not necessary | no need |
    not required | im good | i am good | im fine | i am fine | im ok | im okay | its fine | its ok | its okay | thats ok |
    thats okay | never mind | nevermind | nvm | dont bother | forget it | all good | maybe later | later | dont need to |
    id rather not | i would rather not | dont need one | dont want to | dont want that | no need for that | not at the moment`,
  person: `person | people | human | humans | human being | someone | somebody | agent | live agent | representative | rep |
    operator | advisor | adviser | colleague | team | your team | the team | support | staff | employee | manager |
    supervisor | real one | real person | the first | first one | the first one | first option | option 1 | option one | 1 |
    1st | former | the former | someone else | transfer me | connect me | put me through | pass me on | hand me over |
    no bot | no bots | no robot | no robots | no ai | no machine | them | can you connect me | can you transfer me |
    not a bot | not a robot | customer service | a real human`,
  bot: `you | u | bot | robot | ai | assistant | chatbot | machine | computer | virtual assistant | keep going | go on | carry on |
    continue | proceed | stay | stay here | stay with you | the second | second one | the second one | second option |
    option 2 | option two | 2 | 2nd | latter | the latter | lets continue | keep talking | keep chatting | keep on |
    try again | go ahead | this chat | no person | without a person | no human | no humans | keep trying | you first | youre fine | you are fine | you are ok | youre ok`,
  glue: `i | id | im | ill | i will | like | to | talk | speak | chat | with | want | wanna | would | rather | prefer | let me | me |
    lets | let | us | a | an | the | real | just | one | from | your | now | here | for | it | is | that | this | get | need |
    can | could | have | hi | hey | hello | then | my | of | better | think | choose | option | much | very | so | asap |
    right away | today | we | help | be | will | going | thanks | thank you | thx | ty | thank you very much | on | in | time |
    directly | actual | actually | instead | oh | well | um | hmm | tho | though | still | by | being | if possible | am |
    i guess | i think | id say | want to | happy | good with | fine with | ok with | okay with | mate | lol | haha | at | all |
    moment | speaking | talking | any | another | some | other | only | to keep | try | trying`,
  but: "but | because | cause | cuz | as | and | except",
};
