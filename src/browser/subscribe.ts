import { addFilter } from './subscribe/filter.ts';

addFilter();
