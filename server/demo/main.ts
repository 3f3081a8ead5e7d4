import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { roleTitle } from '../../shared/access/roles.ts';
import { clientFolder, ensureClientBuild } from '../client-build.ts';
import { readProcessConfig, runServer, untilStopped } from '../run-server.ts';
import { DEMO_PASSWORD, emailOfPerson, people } from './people.ts';
import { seedDemo } from './seed.ts';
