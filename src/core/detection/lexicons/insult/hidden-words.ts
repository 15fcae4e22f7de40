/** Words that people write with a letter hidden, in whatever language: "f*ck", "sh1t", "k*rwa". Four letters or more. */
export const hiddenWords: readonly string[] = [
  "fuck fucks fucked fucker fuckers fucking fuckin motherfucker motherfuckers shit shits shitty bullshit bitch bitches",
  "asshole assholes arsehole bastard bastards cunt cunts dick dickhead dicks idiot idiots moron morons stupid dumbass",
  "retard retards retarded whore wanker wankers crap crappy damn useless imbecile pussy scum",
  "puta puto putas mierda joder jodete gilipollas cabron cabrones pendejo pendejos imbecil estupido estupida idiota",
  "putain pute merde connard connards connasse encule salope idiots foutre batard",
  "scheisse scheiss arsch arschloch arschlocher wichser ficken fick hurensohn idioten",
  "cazzo merda stronzo stronzi coglione coglioni vaffanculo idioti bastardo bastardi",
  "porra caralho foda foder fodase merdas arrombado arrombados idiotas buceta cuzao",
  "klootzak klootzakken kanker kankerlijers tering hoer idioot idioten tyfus",
  "kurwa kurwy chuj chuje jebac jebany pierdol pierdolcie spierdalaj skurwysyn skurwysyny debil debile idiota idioci",
  "siktir sikik sikeyim orospu yarrak gerizekali aptal salak serefsiz",
  "хуйня сука суки блять бляди пизда пиздец пидор пидоры мудак мудаки ебать ебаный дрочь долбоеб уебки гандон",
  "курва суки блядь мудило підор",
]
  .join(" ")
  .split(" ");
