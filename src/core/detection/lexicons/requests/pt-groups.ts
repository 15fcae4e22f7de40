/** Groups of Portuguese words for the roles in `pt.ts`. */

/** Whom one asks for by trade or office, in a practice, a shop, a workshop, a club. */
export const trades = `
  vendedor, vendedora, comercial, lojista, caixa humano, balconista, garçom, garçonete, empregado de mesa, cozinheiro, cozinheira, chef, barman, recepcionista, rececionista, porteiro, porteira, zelador, zeladora, concierge, anfitrião, anfitriã, telefonista,
  dono, dona, proprietário, proprietária, senhorio, senhoria, locador, locadora, fundador, fundadora, sócio, sócia, patrão, patroa, presidente, presidenta, diretor, diretora, director, directora, reitor, ceo,
  (rapaz|moço|moça|menina|menino|senhor|senhora|pessoal|homem|mulher|garota|cara) (do|da|dos|das) (balcão|loja|recepção|receção|caixa|atendimento|entrega|entregas|oficina|financeiro|suporte|vendas|escritório|secretaria|guichê|farmácia|cozinha|restaurante|hotel),
  notário, notária, contador, contadora, contabilista, gestor, gestora, perito, perita, corretor, corretora, arquiteto, arquiteta, engenheiro, engenheira, banqueiro, despachante, solicitador, solicitadora, síndico, síndica,
  enfermeiro, enfermeira, dentista, pediatra, ginecologista, dermatologista, cardiologista, oftalmologista, ortopedista, psicólogo, psicóloga, psiquiatra, terapeuta, fisioterapeuta, fisio, nutricionista, farmacêutico, farmacêutica, veterinário, veterinária, parteira, cirurgião, cirurgiã, fonoaudióloga,
  professor, professora, prof, profe, mestre, mestra, tutor, tutora, docente, orientador, orientadora, instrutor, instrutora, treinador, treinadora, coach, monitor, monitora, guia, bibliotecário, bibliotecária, explicador, explicadora, pedagoga, pedagogo,
  mecânico, mecânica, eletricista, electricista, encanador, canalizador, pedreiro, pintor, pintora, carpinteiro, marceneiro, jardineiro, chaveiro, serralheiro, instalador, instaladora, montador, estoquista,
  cabeleireiro, cabeleireira, barbeiro, esteticista, manicure, massagista, maquiadora, fotógrafo, fotógrafa, designer, tatuador, tatuadora, costureira, alfaiate, florista,
  organizador, organizadora, produtor, produtora, promotor, promotora, recrutador, recrutadora, secretário, secretária, editor, editora, programador, programadora, desenvolvedor, desenvolvedora, moderador, moderadora, admin, admins, administrador, administradora, assistente social, padre, pastor, pastora, prefeito, vereador, funcionário público, voluntário, voluntária`;

/** Before a name, they say that somebody is meant: "a senhora Silva". */
export const titles =
  "senhor, senhora, sr, sra, srta, senhorita, dona, dom, doutor, doutora, dr, dra, professor, professora, prof, profa, engenheiro, engenheira, eng, arquiteto, arquiteta, arq, padre, pastor, irmã, mestre";

/** Parts of an office or a company. */
export const sections = `
  (com|à|a|para|pra|ao|pro|na|no) (a|o|à)? (coordenação|direção|direcção|gerência|administração|secretaria|recepção|receção|tesouraria|contabilidade|ouvidoria|diretoria|clínica|farmácia|cozinha|portaria|oficina|sede|filial|matriz|reitoria|escola|logística|expedição|cobrança|presidência)`;

/** With what one asks for somebody by name. */
export const speaking = `
  (falar|conversar) (com|c|cm), (me)? (passa|passe|transfere|transfira|conecta|conecte) (para|pra|pro|com)`;

/** Words of a person in which nobody is asked for: "human resources". */
export const otherMeanings = `recursos humanos, recurso humano, direitos humanos, direito humano, corpo humano, erro humano, erros humanos, genoma humano, capital humano, consumo humano, olho humano, cabelo humano, raca humana, natureza humana, vida humana, condicao humana, desenvolvimento humano,
      fator humano, relacoes humanas, ciencias humanas, verificacao humana, papiloma virus humano, papilomavirus humano, gestao de pessoas, ser humano melhor, pessoa/s fisica/s, pessoa/s juridica/s, pessoa/s natural, pessoas naturais,
      pessoa singular|coletiva|colectiva|politicamente|idosa|idosas|maior|menor|titular|adulta|autorizada|falecida|adicional|extra|errada|certa|responsavel|com|deficiente, primeira|segunda|terceira pessoa, por pessoa, p pessoa, cada pessoa, por cada pessoa, em pessoa,
      pessoas por, de pessoa pra|para|a pessoa, pessoa para pessoa, pessoa pra pessoa, pessoa de contato, dados da pessoa, nome da pessoa, a pessoa que|errada|certa|responsavel, nome de outra|uma pessoa, outra pessoa a|na|no|pague|possa|como|pagar|pode|pegar|receber|retirar,
      numero de pessoas, boa|ma|otima pessoa, como pessoa, agente/s de viagens|viagem|policia|transito|saude|endemias|seguros|limpeza|carga|cambio|negocios|seguranca|futebol|retencao|aeroporto|portaria|execucao|navegacao|jogadores|modelos, agente/s imobiliario/s,
      agente imobiliaria, agente/s secreto/s, agente/s comunitario/s, agente/s penitenciario/s, agente/s federal, agentes federais, agente/s autonomo/s, agente/s quimico/s, agente/s infeccioso/s, agente/s economico/s, agente/s literario/s, user agent, agente 007, agente smith,
      agente de ia|inteligencia, agente virtual, corretor/a de imoveis|seguros|valores|texto, corretor ortografico|automatico|imobiliario, corretora de valores, operadora do|de cartao|telefonia|celular|saude|plano|internet|turismo,
      mudar|trocar|troca|mudanca|portabilidade de|da|do operadora|operador, minha operadora, outra operadora, operadora movel|telefonica, qual operadora, qual a operadora, representante/s legal, representantes legais, representante comercial autonomo, classe executiva,
      gerente de banco|projeto|projetos|produto|meu, meu gerente do banco, gerenciador de, gestor de tarefas|arquivos|senhas|conteudos|trafego|projetos, administrador do sistema|condominio, administrador de|da tarefas|conta|arquivos,
      analista de sistemas|dados|credito|rh|marketing, assessor de imprensa|investimentos, assessoria, e responsavel, quem e o? responsavel, consumo responsavel, desconto de|para funcionario/s, funcionario publico, secretaria de|da|do estado|saude|educacao|fazenda|escola,
      consultor de vendas autonomo, vendedor/a autonomo|do|da|que|nao|mercado|marketplace, o vendedor|vendedora nao|enviou|mandou|disse|do|da|que|sumiu, vendedor nao, chefe de familia|estado|cozinha, tempo real, em tempo real,
      valor|preco|saldo|custo|vida|nome|taxa|porto|ouro real, real madrid, real time, reais de, um|dois|tres|cinco|dez|vinte|cinquenta|cem|mil|r reais, 10|20|30|50|100|200|500|1000 reais, r real, musica|show|jogo|transmissao|evento|futebol|tv|assistir|localizacao|canal ao vivo,
      ao vivo e a cores, tim vivo, operadora vivo, da vivo, vivo em|com|sozinho|aqui|perto|longe|controle|fibra|movel|tv|empresas, eu vivo, meu vivo, fisicas, fisica quantica, aspirador robo, maquina/s de|lavar|cartao|virtual, maquininha, programa de, curso de,
      assistente do google, assistente de voz|vendas|juridico, assistente social|administrativo|tecnico|medico|juridico, tecnica de, curso tecnico, ficha tecnica, problema tecnico, erro tecnico, falha tecnica, visita tecnica, dados tecnicos, medico especialista,
      consulta com especialista, horario|hora|horas|tempo|local|posto|agencia|dias|numero|protocolo|senha de|do atendimento, central de|do compras|estoque|cambio, banho central, ar central, lista de contatos, contato da loja, dados de contato, informacao de contato,
      lente/s de contato, numero de contato, historico do? chat, chat gpt, ajuda de custo, taxa de servico, ordem de servico, vendas online|da, alguem hackeou|entrou|roubou|usou|usa|invadiu|clonou|esta|comprou|fez|acessou|ta, alguem me roubou|hackeou|clonou|enganou,
      ligar para o meu|minha, falar pessoalmente, aprender a falar, ministerio da, gente boa|fina, representante/s da|do|classe|turma, representante/s de classe|turma, centro|horario|uso|endereco|sala|imovel|nome|codigo|plano|proposta|registro comercial, as pessoas, a gente que,
      gente que, operador/a de telefonia|drone|drones|caixa|maquinas|empilhadeira|camera|radio|turismo|tour, corretor de imoveis, mundo real, vida real, responsavel legal|financeiro, falar ingles|portugues|espanhol|frances|alemao, falar em publico, falar mais sobre|do|da|de,
      loja|endereco|cartao|atividade|dano|exercicio|educacao|preparo|estado|contato|midia|produto|forma fisico|fisica, operador/a (logistico|logistica|turistico|economico|movel|telefonica|logico|booleano|ternario|matematico|nacional),
      operador/a de (telefonia|maquinas|empilhadeira|caixa|cartao|turismo|radio|camera|drone|telefone|celular|saude|internet|trafego), operador do (drone|cartao|guindaste), robo (aspirador|limpador|trader|de cozinha), robo aspirador de po,
      atendimento (medico|domiciliar|odontologico|em casa|presencial|na loja), servico (militar|a domicilio|domestico|publico|social|de quarto), ser (um|uma)? (atendente|agente|operador|representante|consultor|vendedor|gerente|funcionario|supervisor),
      (trabalhar|trabalho|emprego|vaga|vagas|curso) (como|de|para|pra) (um|uma)? (atendente|agente|operador|representante|consultor|vendedor|gerente|funcionario|supervisor|recepcionista), (para|pra|pro) (1|2|3|4|duas|tres|quatro) (pessoa|pessoas),
      (quarto|mesa|reserva|jantar|porcao|cama|ingresso|diaria|quero|queria|seria|so|barraca|plano|comida) (para|pra) uma pessoa, responsavel (pelo|pela|por) (pagamento|menor|aluno|crianca|danos|dano|tratamento|compra), como (se)? (chama|chamo|convido|convidar|chamar) (alguem|uma pessoa),
      consulta com (o|a|um|uma)? (medico|medica|doutor|doutora|doutor|dr|dra|enfermeiro|enfermeira|advogado|advogada|pastor|pastora|padre|professor|professora|nutricionista|psicologo|psicologa|terapeuta|dentista|veterinario|veterinaria|farmaceutico|farmaceutica|contador|contadora|contabilista|coach|treinador|treinadora|instrutor|instrutora|recrutador|recrutadora|sindico|personal|mecanico|notario|anfitriao|solicitador), (sair|saio|desligo|desativo|tiro|removo|desativar|tirar|desligar) (do|o|esse|este|a) (bot|chatbot|robo) (do|da|no|na|de) (meu|minha|meus|nosso|nossa|um|uma),
      (cancela|cancelar|cancele|cancelem|desmarcar|desmarca|remarcar|confirmar|perdi|adiar|encerrar) (a|minha|uma|essa)? (ligacao|chamada|reuniao|consulta|conversa|transferencia) (com|para|pra|pro)?`;
