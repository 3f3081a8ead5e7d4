import { answersValue, endpoint } from '../core/endpoint.ts';
import type { Home } from './contract.ts';

export const findHome = endpoint('GET /home', answersValue<typeof Home>());
