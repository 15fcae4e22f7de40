import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";

export const englishWithdrawals: WithdrawalLexicon = {
  withdrawal: `never mind | nevermind | nvm | forget it | forget about it | cancel | cancel it | cancel that | cancel this |
    cancel my request | cancel the request | please cancel | no longer needed | no longer necessary | not needed
    anymore | not needed any more | dont need it anymore | dont need that anymore | dont need this anymore | dont
    need one anymore | dont need a person anymore | dont need an agent anymore | dont need anyone anymore | dont
    need anybody anymore | dont need you anymore | dont need help anymore | dont need it any more | no longer need
    it | no longer need one | no longer need help | no longer need anyone | no longer need a person | no longer need
    an agent | no need anymore | no need any more | changed my mind | dont bother | dont worry about it | scratch
    that | i solved it | solved it | solved it myself | fixed it | fixed it myself | found it | found it myself |
    figured it out | worked it out | sorted it | sorted it out | its solved | its sorted | its fixed | it is solved
    | it is fixed | problem solved | already solved | its working now | it works now | i wont wait | im not waiting
    | i dont want to wait | stop waiting`,
  glue: `oh | ok | okay | actually | sorry | thanks | thank you | thank you very much | thanks a lot | thanks anyway |
    please | pls | i | ive | i have | im | just | already | then | now | it | well | um | hi | hello | no | yes | so
    | myself | bye | all good | for your help | for the help | everyone | team | have a nice day | have a good day |
    but | and | yeah | lol | again | me | we | its ok | its okay | its fine | thats ok | thats okay | thats fine`,
};
