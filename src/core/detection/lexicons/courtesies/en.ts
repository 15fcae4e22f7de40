import type { CourtesyLexicon } from "./courtesy-lexicon.ts";

export const englishCourtesies: CourtesyLexicon = {
  courtesy: `thanks | thank you | thankyou | thank u | thx | thnx | tnx | tks | thanx | ty | tysm | cheers | ta | much
    appreciated | appreciated | appreciate it | i appreciate it | ok | okay | k | kk | okey | okey dokey | great |
    perfect | awesome | excellent | wonderful | brilliant | fantastic | amazing | lovely | super | cool | nice |
    nice one | good | very good | sounds good | all good | got it | understood | noted | alright | bye | bye bye |
    goodbye | good bye | see you | see ya | take care | cya | no thanks | no thank you | thats all | that is all |
    that was all | nothing else | thats it | that will be all | thatll be all | have a nice day | have a good day |
    have a great day | have a good one | good night | you too | same to you | you re welcome | no problem | no
    worries | will do | happy days | fine | sorted | all sorted | all set | works now | it works now`,
  glue: `so much | very much | a lot | a bunch | many | again | for your help | for the help | for your time | for
    everything | for all | your | help | for helping | for that | for this | for the info | for the information |
    for the quick reply | for the update | really | i | just | then | now | that s | thats | its | it is | all | and
    | oh | ah | guys | mate | dear | sir | madam | everyone | to you | a million | ever | so | well | me | too |
    have a | nice | evening | weekend | day | the | a | great | lovely | my | friend | xx | x | lol | haha | yes |
    no | team | for now`,
};
