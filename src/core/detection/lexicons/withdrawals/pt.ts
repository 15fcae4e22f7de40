import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";

export const portugueseWithdrawals: WithdrawalLexicon = {
  withdrawal: `deixa pra lá | deixa para lá | deixe pra lá | deixe para lá | deixa quieto | esquece | esqueça | esqueçam |
    esquece isso | esqueça isso | cancelar | cancela | cancele | cancelem | cancelar o pedido | cancele o pedido |
    cancelar a solicitação | não precisa mais | não preciso mais | não precisa | já não preciso | já não é preciso |
    já não preciso de ajuda | não preciso mais de ajuda | não preciso mais de ninguém | não preciso mais de
    atendente | não é mais necessário | já não é necessário | mudei de ideia | já resolvi | já resolveu | já está
    resolvido | já foi resolvido | resolvi | resolvi sozinho | resolvi sozinha | problema resolvido | já encontrei |
    encontrei | já funciona | voltou a funcionar | agora funciona | não quero esperar | não quero mais esperar | já
    não quero esperar | não vou esperar`,
  glue: `obrigado | obrigada | muito obrigado | muito obrigada | mesmo assim | por favor | ok | tudo bem | não | sim |
    desculpe | desculpa | já | agora | então | eu | mesmo | sozinho | sozinha | o problema | mas | e | olá | oi |
    tchau | bom dia | boa tarde | ah | oh | na verdade | afinal | tá`,
};
