import '../support/on-postgres.ts';
import './administer.test.ts';
import './call.test.ts';
import './make.test.ts';
import './shut.test.ts';
import './sweep.test.ts';
import './take-over.test.ts';
