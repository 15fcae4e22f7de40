import { inFile } from "../support/file-workspace.ts";
import { workPromises } from "./promises-of-work.ts";

workPromises("a SQLite file", inFile);
