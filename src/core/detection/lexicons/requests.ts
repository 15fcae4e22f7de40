import type { RequestLexicon } from "../grammar/lexicon.ts";
import { ar } from "./requests/ar.ts";
import { de } from "./requests/de.ts";
import { en } from "./requests/en.ts";
import { es } from "./requests/es.ts";
import { fr } from "./requests/fr.ts";
import { hi } from "./requests/hi.ts";
import { it } from "./requests/it.ts";
import { ja } from "./requests/ja.ts";
import { nl } from "./requests/nl.ts";
import { pl } from "./requests/pl.ts";
import { pt } from "./requests/pt.ts";
import { ru } from "./requests/ru.ts";
import { tr } from "./requests/tr.ts";
import { uk } from "./requests/uk.ts";
import { zh } from "./requests/zh.ts";

/** A new language: a file beside these, and its line here. */
export const requestLexicons: readonly RequestLexicon[] = [
  ...[en, de, es, fr, pt, it, nl, pl, tr, ru, uk, ar, hi, zh, ja],
];
