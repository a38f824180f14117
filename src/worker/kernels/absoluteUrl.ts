/**
 * An address of the build, made absolute: the worker itself was started from a `blob:`, which is no base for others.
 */
export const absoluteUrl = (url: string): string => new URL(url, import.meta.url).href;
