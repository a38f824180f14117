import * as v from 'valibot';

/**
 * Where foreign JSON is not as it has to be: 'config.layers.3.class_name'. The schema library's own words (“Expected …
 * but received undefined”) say nothing to a person.
 */
export const placeOf = ([issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string =>
  v.getDotPath(issue) ?? 'its top';
