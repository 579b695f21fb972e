import { answerJobs } from '../workers/answer.ts';
import { findTouchedOf, type TouchedJob } from './touched.ts';

answerJobs((job) => findTouchedOf(job as TouchedJob));
