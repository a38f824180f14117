import type { ReportContent } from './reportContent';

/**
 * The same report with numbers for the names of persons and files. Who is named and who is photographed share one list,
 * so that “P3 was named P7” can be read. Groups keep the names that the user gave them; a class of the network is no
 * person.
 */
export function pseudonymise(content: ReportContent): ReportContent {
  const persons = numbering('P');
  const files = numbering('Photo ');
  // In the order of the photos, so that numbers do not depend on what was measured first.
  for (const { id, file } of content.photos) {
    files(file);
    const measured = content.measured.get(id);
    if (measured !== undefined) persons(measured.person);
  }
  const person = content.target === 'identity' ? persons : (name: string) => name;
  const measured = [...content.measured].map(
    ([id, photo]) =>
      [id, { ...photo, file: files(photo.file), person: persons(photo.person), label: person(photo.label) }] as const,
  );
  const maskedPhotos = [...content.maskedPhotos].map(
    ([id, photo]) => [id, { ...photo, label: person(photo.label) }] as const,
  );
  const { training, masked } = content;
  return {
    ...content,
    maskedPhotos: new Map(maskedPhotos),
    training: training === null ? null : { ...training, leftOut: training.leftOut.map(persons) },
    photos: content.photos.map((photo) => ({
      ...photo,
      file: files(photo.file),
      person: photo.person === null ? null : persons(photo.person),
    })),
    measured: new Map(measured),
    failures: nameless(content.failures, files),
    masked: masked === null ? null : { ...masked, failures: nameless(masked.failures, files) },
  };
}

const nameless = (failures: ReportContent['failures'], files: (name: string) => string) =>
  failures.map(({ file, message, ...failure }) => ({ ...failure, file: files(file), message: withoutName(message) }));

/** 'P1', 'P2', … by name, in the order in which they are asked for. */
function numbering(prefix: string): (name: string) => string {
  const numbers = new Map<string, string>();
  return (name) => {
    const known = numbers.get(name) ?? `${prefix}${numbers.size + 1}`;
    numbers.set(name, known);
    return known;
  };
}

/**
 * The reason alone. New failures hold no name (see `measureStudy`); studies that were kept before have the file's own
 * name in them, quoted, shortened or bare, which may be another one than its path says.
 */
const withoutName = (message: string): string =>
  message.replace(/“.*”/s, 'The photo').replace(/^No face was found in .*$/s, 'No face was found.');
