import { findForm } from './search/form.ts';
import { allowWorker } from './search/policy.ts';
import { startSearch } from './search/startSearch.ts';

const form = findForm();
if (form !== null) {
  const { index = '', names = '' } = form.form.dataset;
  allowWorker(index);
  startSearch(form, index, names);
}
