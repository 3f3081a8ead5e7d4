import '../support/on-postgres.ts';
import './fuzz.test.ts';
