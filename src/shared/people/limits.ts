/** What a study cannot show, in plain words: on the bench and in the report. */
export const studyLimits: readonly string[] = [
  'It says something about these photos of these persons with this network, and nothing about people in general. Who was ' +
    'photographed, how, and who chose the photos decides what comes out.',
  'The groups are what the user said; those of the sample photos are drawn by lot. Fovea guesses nobody’s ethnicity, sex, ' +
    'age or any other group.',
  'A heat map shows where a network finds what raises one number. It does not show why, and not that the network treats ' +
    'anybody better or worse. Recognition rates are closer to that question than maps are.',
  'A difference between groups may come from the photos: light, camera, pose, age of the picture. Five such conditions are ' +
    'measured and compared; all others are not.',
  'No difference shown is not the same as no difference: with few persons only large ones can be found. The intervals say ' +
    'how large a difference may still be.',
  'An interval is for one figure by itself: of twenty differences that are none, on average the interval of one ' +
    'leaves out 0. Whether a difference is shown is told by q, which is corrected for the number of tests of its comparison.',
  'Of fewer than eight persons the interval of a mean, not that of a rate, is Student’s, right for values that are about ' +
    'normal. Of skewed ones, as probabilities near 100 % are, it holds the mean less often: simulated, in 87 to 94 of 100 ' +
    'studies instead of 95.',
  'Persons are resampled, not photos, because photos of one person resemble each other. Where the user named nobody, a photo ' +
    'counts for the gallery’s most probable person if the face is near enough, else as a person of its own. Where two persons ' +
    'are taken for one, or one for two, the intervals are wrong: for one taken for two, too narrow.',
  'A name is the answer of a small classifier among the people of the gallery. Who is not in it cannot be recognised.',
  'Landmarks and regions are estimates; on turned or hidden faces they are worse, and so are averages over them.',
];

/** What the methods rest on. */
export const studySources: readonly string[] = [
  'Intervals of means: bootstrap-t over persons, B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, ' +
    'ch. 12.5; of fewer than eight persons Student’s t.',
  'Intervals of rates: E. B. Wilson, JASA 22, 1927, with the effective sample size of E. L. Korn and B. I. Graubard, Survey ' +
    'Methodology 24(2), 1998; of differences of rates, R. G. Newcombe, Statistics in Medicine 17, 1998, paired where the same ' +
    'photos are measured twice, and then with room for persons who change more than any in the study; of differences of such changes, G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008.',
  'Tests: studentised permutation of persons, A. Janssen, Statistics & Probability Letters 36, 1997; with random splits ' +
    'never 0, B. Phipson and G. K. Smyth, Stat. Appl. Genet. Mol. Biol. 9(1), 2010.',
  'Correction for the number of tests: Y. Benjamini and Y. Hochberg, J. R. Stat. Soc. B 57, 1995.',
  'Effect size: L. V. Hedges, J. Educ. Stat. 6, 1981.',
];
