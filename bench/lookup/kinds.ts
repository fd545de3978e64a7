/** Works that are no journal articles, as case reports cite them: they exist. One a line; what is empty a work has not. */
import type { CslItem, CslName } from '../../core/references/csl.ts';

/** A kind of work: its CSL type, which variables the fields of its lines are, and the lines. */
interface Kind {
  readonly name: string;
  readonly type: string;
  readonly fields: readonly string[];
  readonly lines: string;
}

export const KINDS: readonly Kind[] = [
  {
    name: 'chapter',
    type: 'chapter',
    fields: [
      'author',
      'title',
      'editor',
      'container-title',
      'edition',
      'publisher-place',
      'publisher',
      'issued',
      'page',
    ],
    lines: `
Nigwekar, Sagar U.; Sprague, Stuart M.|Calciphylaxis and other extraskeletal calcification|Yu, Alan S. L.; Chertow, Glenn M.; Luyckx, Valerie|Brenner and Rector’s The Kidney|11|Philadelphia|Elsevier|2020|1822-1853
Falk, Rodney H.; Dubrey, Simon W.|Amyloid heart disease|Libby, Peter; Bonow, Robert O.|Braunwald’s Heart Disease: A Textbook of Cardiovascular Medicine|12|Philadelphia|Elsevier Saunders|2021|1044-1062
Longo, Dan L.|Anemia and polycythemia|Jameson, J. Larry; Fauci, Anthony S.; Kasper, Dennis L.|Harrison’s Principles of Internal Medicine|20|New York|McGraw-Hill Education|2018|386-393
Callen, Jeffrey P.|Cutaneous manifestations of dermatomyositis|Goldsmith, Lowell A.; Katz, Stephen I.|Fitzpatrick’s Dermatology in General Medicine|8|New York|McGraw-Hill|2012|1926-1942
Hachulla, Éric; Launay, David|Sclérodermie systémique|Guillevin, Loïc; Meyer, Olivier; Hatron, Pierre-Yves|Traité des maladies et syndromes systémiques|6|Paris|Lavoisier Médecine Sciences|2015|530-571
Godeau, Bertrand|Purpura thrombopénique immunologique|Godeau, Pierre; Herson, Serge; Piette, Jean-Charles|Traité de médecine|4|Paris|Flammarion|2004|1092-1096
Meltzer, Paul S.; Kallioniemi, Anne; Trent, Jeffrey M.|Chromosome alterations in human solid tumors|Vogelstein, Bert; Kinzler, Kenneth W.|The genetic basis of human cancer||New York|McGraw-Hill|2002|93-113
Whitcomb, David C.|Acute pancreatitis: what is new?|Feldman, Mark; Friedman, Lawrence S.; Brandt, Lawrence J.|Sleisenger and Fordtran’s Gastrointestinal and Liver Disease|10|Philadelphia|Saunders|2016|969-993
van der Heijde, Désirée|Assessment of radiographic progression|Hochberg, Marc C.; Silman, Alan J.; Smolen, Josef S.|Rheumatology|7|Amsterdam|Elsevier|2019|101-108
Levi, Marcel|Disseminated intravascular coagulation|Hoffman, Ronald; Benz, Edward J.; Silberstein, Leslie E.|Hematology: Basic Principles and Practice|7|Philadelphia|Elsevier|2018|2064-2075
Kanis, John A.|Paget’s disease of bone|Weatherall, David J.; Ledingham, John G. G.; Warrell, David A.|Oxford Textbook of Medicine|3|Oxford|Oxford University Press|1996|3081-3086
Chosidow, Olivier; Lebrun-Vignes, Bénédicte|Toxidermies|Dubertret, Louis|Thérapeutique dermatologique|2|Paris|Médecine-Sciences Flammarion|2001|855-864`,
  },
  {
    name: 'book',
    type: 'book',
    fields: ['author', 'title', 'edition', 'publisher-place', 'publisher', 'issued'],
    lines: `
Turner, Neil; Lameire, Norbert; Goldsmith, David J.|Oxford Textbook of Clinical Nephrology|4|Oxford|Oxford University Press|2015
Altman, Douglas G.|Practical Statistics for Medical Research||London|Chapman and Hall|1991
Calonje, Eduardo; Brenn, Thomas; Lazar, Alexander J.|McKee’s Pathology of the Skin: with clinical correlations|5|Edinburgh|Elsevier|2019
Bolognia, Jean L.; Schaffer, Julie V.; Cerroni, Lorenzo|Dermatology|4|Philadelphia|Elsevier|2018
Daudon, Michel; Traxer, Olivier; Lechevallier, Éric|La lithogenèse||Paris|Lavoisier|2012
Hosmer, David W.; Lemeshow, Stanley; Sturdivant, Rodney X.|Applied Logistic Regression|3|Hoboken|Wiley|2013
Collège universitaire des enseignants de néphrologie|Néphrologie|9|Paris|Ellipses|2020
Kumar, Vinay; Abbas, Abul K.; Aster, Jon C.|Robbins and Cotran Pathologic Basis of Disease|10|Philadelphia|Elsevier|2020
Riley, David S.; Barber, Melissa S.|Writing a case report: the CARE guidelines explained|2|Portland|Integrative Medicine Institute|2017
Canguilhem, Georges|Le normal et le pathologique|12|Paris|Presses universitaires de France|2013
American Psychiatric Association|Diagnostic and Statistical Manual of Mental Disorders|5|Arlington|American Psychiatric Publishing|2013
Murray, Patrick R.; Rosenthal, Ken S.; Kobayashi, George S.|Medical microbiology|4|St. Louis|Mosby|2002`,
  },
  {
    name: 'thesis',
    type: 'thesis',
    fields: ['author', 'title', 'genre', 'publisher-place', 'publisher', 'issued'],
    lines: `
Durand, Claire|Calciphylaxie non urémique : étude rétrospective de 24 observations|Thèse de doctorat en médecine|Lille|Université de Lille|2019
Le Guen, Yann|Facteurs pronostiques de l’amylose AL cardiaque|Thèse d’exercice|Rennes|Université de Rennes 1|2016
Borkowski, Mary M.|Infant sleep and feeding: a telephone survey of Hispanic Americans|PhD thesis|Mount Pleasant|Central Michigan University|2002
Okonkwo, Chidi|Outcomes of thrombotic microangiopathy in West Africa|Doctoral dissertation|Ibadan|University of Ibadan|2014
Bernard, Élodie|La maladie de Whipple en médecine interne|Thèse de médecine|Paris|Université Paris Descartes|2011
Marchetti, Paolo|Complement inhibition in C3 glomerulopathy|Doctoral thesis|Milano|Università degli Studi di Milano|2020
Fournier, Lucas; Petit, Anne|Apport du PET-scanner dans la maladie de Horton|Mémoire de DES|Lyon|Université Claude Bernard Lyon 1|2018
Nguyen, Thi Lan|Modélisation statistique des données censurées|Thèse de doctorat|Bordeaux|Université de Bordeaux|2017
Kowalski, Adam|Sodium thiosulfate pharmacokinetics in haemodialysis|Master’s thesis|Edinburgh|University of Edinburgh|2015
Rousseau, Hélène|Prise en charge des toxidermies graves aux urgences|Thèse d’exercice en médecine|Créteil|Université Paris-Est Créteil|2022`,
  },
  {
    name: 'guideline',
    type: 'report',
    fields: ['author', 'title', 'publisher-place', 'publisher', 'issued', 'URL'],
    lines: `
Haute Autorité de santé|Prise en charge de l’hypertension artérielle de l’adulte : recommandation de bonne pratique|Saint-Denis La Plaine|HAS|2016|https://www.has-sante.fr/jcms/c_2059286
Haute Autorité de santé|Lupus systémique : protocole national de diagnostic et de soins|Saint-Denis|HAS|2024|https://www.has-sante.fr/jcms/c_2751894
World Health Organization|WHO guidelines for malaria|Geneva|World Health Organization|2023|https://www.who.int/publications/i/item/guidelines-for-malaria
World Health Organization|Consolidated guidelines on HIV prevention, testing, treatment, service delivery and monitoring|Geneva|WHO|2021|https://www.who.int/publications/i/item/9789240031593
National Institute for Health and Care Excellence|Chronic kidney disease: assessment and management|London|NICE|2021|https://www.nice.org.uk/guidance/ng203
European Medicines Agency|Guideline on good pharmacovigilance practices: module VI|Amsterdam|EMA|2017|https://www.ema.europa.eu/en/documents/gvp6
Agence nationale de sécurité du médicament et des produits de santé|Recommandations sur le bon usage du rituximab|Saint-Denis|ANSM|2019|https://ansm.sante.fr/actualites/rituximab
Haut Conseil de la santé publique|Avis relatif à la vaccination contre le zona|Paris|HCSP|2013|https://www.hcsp.fr/explore.cgi/avis391
Scottish Intercollegiate Guidelines Network|Management of diabetes: a national clinical guideline|Edinburgh|SIGN|2017|https://www.sign.ac.uk/media/1054/sign116.pdf
Société de réanimation de langue française|Prise en charge du choc septique de l’adulte|Paris|SRLF|2005|https://www.srlf.org/choc-septique`,
  },
  {
    name: 'report',
    type: 'report',
    fields: ['author', 'title', 'number', 'publisher-place', 'publisher', 'issued'],
    lines: `
Agence de la biomédecine|Rapport annuel REIN 2021||Saint-Denis|Agence de la biomédecine|2023
Institute of Medicine|To Err Is Human: Building a Safer Health System||Washington|National Academies Press|2000
Santé publique France|Surveillance de la tuberculose en France en 2019||Saint-Maurice|Santé publique France|2021
Australian Institute of Health and Welfare|Chronic kidney disease: Australian facts|CDK 5|Canberra|AIHW|2023
Cour des comptes|L’insuffisance rénale chronique terminale : une prise en charge à réformer au bénéfice des patients||Paris|Cour des comptes|2020
Page, Elizabeth; Harney, Joseph M.|Health hazard evaluation report|HETA2000-0139-2824|Cincinnati|National Institute for Occupational Safety and Health|2001
Inserm|Maladies rares : une expertise collective||Paris|Éditions Inserm|2018
Bras, Pierre-Louis; Duhamel, Gilles|Formation médicale continue et évaluation des pratiques professionnelles|RM2008-124P|Paris|Inspection générale des affaires sociales|2008
World Bank|World Development Report 1993: Investing in Health||New York|Oxford University Press|1993
Vigneron, Emmanuel; Haas, Sandrine|Inégalités de santé, inégalités de soins dans les territoires français|42|Paris|Conseil économique, social et environnemental|2012`,
  },
  {
    name: 'web page',
    type: 'webpage',
    fields: ['author', 'title', 'container-title', 'issued', 'accessed', 'URL'],
    lines: `
Centers for Disease Control and Prevention|About Sickle Cell Disease|CDC|2024-5-15|2024-9-2|https://www.cdc.gov/sickle-cell/about/index.html
Institut national du cancer|Cancer du sein|e-cancer.fr|2023-5|2024-5-3|https://www.e-cancer.fr/patients-proches/cancers/cancer-du-sein
Mayo Clinic Staff|Calciphylaxis|Mayo Clinic|2022-11-8|2023-1-12|https://www.mayoclinic.org/diseases-conditions/calciphylaxis
Orphanet|Maladie de Whipple|Orphanet|2020-2|2021-6-1|https://www.orpha.net/fr/disease/detail/3452
National Kidney Foundation|Estimated glomerular filtration rate|kidney.org|2021|2022-3-4|https://www.kidney.org/atoz/content/gfr
World Health Organization|Hepatitis B|World Health Organization|2024-4-9|2024-7-1|https://www.who.int/news-room/fact-sheets/detail/hepatitis-b
Assurance Maladie|Comprendre l’insuffisance rénale chronique|ameli.fr|2024-2-7|2024-3-18|https://www.ameli.fr/assure/sante/themes/insuffisance-renale-chronique
U.S. Food and Drug Administration|Drug Safety and Availability|FDA|2022|2023-10-10|https://www.fda.gov/drugs/drug-safety-and-availability
Larousse|Définition : calciphylaxie|Larousse médical|2019|2020-1-5|https://www.larousse.fr/encyclopedie/medical
Wikipedia contributors|Calciphylaxis|Wikipedia|2023-12-2|2024-1-9|https://en.wikipedia.org/wiki/Calciphylaxis
NHS|Overview: Hidradenitis suppurativa|NHS.uk|2023-3-21|2024-1-4|https://www.nhs.uk/conditions/hidradenitis-suppurativa/
Haute Autorité de santé|Dépistage du cancer du col de l’utérus|has-sante.fr|2019-7|2023-2-2|https://www.has-sante.fr/jcms/c_2806160
Santé publique France|Rougeole|Santé publique France|2024-5-2|2024-6-7|https://www.santepubliquefrance.fr/maladies/rougeole
American Diabetes Association|Diabetes statistics|diabetes.org|2022|2023-11-11|https://diabetes.org/about-us/statistics
MedlinePlus|Sarcoidosis|MedlinePlus|2021-7-6|2022-8-9|https://medlineplus.gov/sarcoidosis.html
DermNet New Zealand|Pyoderma gangrenosum|DermNet|2016|2021-3-3|https://dermnetnz.org/topics/pyoderma-gangrenosum
European Centre for Disease Prevention and Control|Factsheet about tularaemia|ECDC|2017-1-5|2019-9-10|https://www.ecdc.europa.eu/en/tularaemia/facts
Roy, Anna; Marchand, Émile|Comment lire un ECG ?|Le Quotidien du Médecin|2021-10-4|2022-1-3|https://www.lequotidiendumedecin.fr/ecg
Smith, John|When should a fever worry you?|Harvard Health Blog|2020-6-12|2021-2-2|https://www.health.harvard.edu/blog/fever
Institut Pasteur|Fièvre jaune|pasteur.fr|2022-1|2024-2-14|https://www.pasteur.fr/fr/centre-medical/fiches-maladies/fievre-jaune
Cochrane Collaboration|How to cite a review|Cochrane Library|2018|2020-10-10|https://www.cochranelibrary.com/about
OMIM|Familial Mediterranean fever; FMF|OMIM|2023-8-1|2024-4-4|https://omim.org/entry/249100
Vidal|Ivermectine|Vidal|2020-9|2021-12-12|https://www.vidal.fr/ivermectine.html
UpToDate|Treatment of giant cell arteritis|UpToDate|2023-12-1|2024-5-5|https://www.uptodate.com/contents/gca
National Institutes of Health|COVID-19 Treatment Guidelines|NIH|2024-2-29|2024-3-1|https://www.covid19treatmentguidelines.nih.gov/`,
  },
  {
    name: 'abstract',
    type: 'article-journal',
    fields: ['author', 'title', 'container-title', 'container-title-short', 'volume', 'issue', 'page', 'issued'],
    lines: `
Arnaud, Laurent; Mertz, Philippe|Belimumab in refractory lupus nephritis [abstract]|Arthritis & Rheumatology|Arthritis Rheumatol|71|suppl 10|1623|2019
Gansevoort, Ron T.; Torres, Vicente E.|Tolvaptan and kidney pain in patients with autosomal dominant polycystic kidney disease|Nephrology Dialysis Transplantation|Nephrol Dial Transplant|30|Suppl 3|iii14|2015
Palladini, Giovanni; Merlini, Giampaolo|Daratumumab for systemic AL amyloidosis|Blood|Blood|138|Suppl 1|159|2021
Lefaucheur, Carmen|Rejet humoral chronique : nouvelles cibles|Néphrologie & Thérapeutique|Nephrol Ther|14|5|258|2018
Vigneron, Claire; Bernard, Sophie|Une cause rare de fièvre prolongée|La Revue de Médecine Interne|Rev Med Interne|41|Suppl 1|A112-A113|2020
Chen, Wei; Kumar, Arun; Smith, Jane|Sodium thiosulfate for calciphylaxis: a multicentre audit|American Journal of Kidney Diseases|Am J Kidney Dis|75|4|560|2020`,
  },
  {
    name: 'conference',
    type: 'paper-conference',
    fields: ['author', 'title', 'container-title', 'publisher-place', 'publisher', 'page', 'issued'],
    lines: `
He, Kaiming; Zhang, Xiangyu; Ren, Shaoqing|Deep residual learning for image recognition|Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition|Las Vegas|IEEE|770-778|2016
Christensen, Steffen; Oppacher, Franz|An analysis of Koza’s computational effort statistic for genetic programming|Genetic programming: EuroGP 2002|Berlin|Springer|182-191|2002
Bengtsson, Stig; Solheim, Bjarne G.|Enforcement of data protection, privacy and security in medical informatics|MEDINFO 92: Proceedings of the 7th World Congress on Medical Informatics|Amsterdam|North-Holland|1561-1565|1992
Devlin, Jacob; Chang, Ming-Wei; Lee, Kenton|BERT: pre-training of deep bidirectional transformers for language understanding|Proceedings of NAACL-HLT 2019|Minneapolis|Association for Computational Linguistics|4171-4186|2019
Moreau, Philippe; Caron, Julie|Ostéomalacie et dialyse|Actes du 12e congrès de la Société francophone de dialyse|Strasbourg|Arnette|45-52|1998
Kimura, Jun; Shibasaki, Hiroshi|Recent advances in clinical neurophysiology|Proceedings of the 10th International Congress of EMG and Clinical Neurophysiology|Amsterdam|Elsevier|12-19|1996`,
  },
  {
    name: 'preprint',
    type: 'article',
    fields: ['author', 'title', 'genre', 'publisher', 'issued', 'DOI'],
    lines: `
Jones, Terry C.; Mühlemann, Barbara; Veith, Talitha|An analysis of SARS-CoV-2 viral load by patient age|Preprint|medRxiv|2020-6-9|10.1101/2020.06.08.20125484
Sternberg, Alexander; Naujokat, Cord|Structural features of coronavirus spike protein|Preprint|bioRxiv|2020-5-1|10.1101/2020.04.29.068890
Vaswani, Ashish; Shazeer, Noam; Parmar, Niki|Attention is all you need|Preprint|arXiv|2017-6-12|10.48550/arXiv.1706.03762
Horby, Peter; Lim, Wei Shen; Emberson, Jonathan|Effect of dexamethasone in hospitalized patients with COVID-19: preliminary report|Preprint|medRxiv|2020-6-22|10.1101/2020.06.22.20137273
Lu, Chen; Gam, Rihab; Pandurangan, Arun Prasad|Genetic risk factors for death in the elderly|Preprint|Research Square|2021-2-3|10.21203/rs.3.rs-152345/v1
Nguyen, Minh; Roussel, Paul|Deep learning for kidney biopsy: are we there yet?|Preprint|SSRN|2022-9-14|10.2139/ssrn.4212345`,
  },
  {
    name: 'software',
    type: 'software',
    fields: ['author', 'title', 'version', 'publisher-place', 'publisher', 'issued', 'URL'],
    lines: `
R Core Team|R: A Language and Environment for Statistical Computing|4.3.1|Vienna|R Foundation for Statistical Computing|2023|https://www.R-project.org/
Bates, Douglas; Maechler, Martin; Bolker, Ben|lme4: Linear mixed-effects models using Eigen and S4|1.1-35||CRAN|2024|https://cran.r-project.org/package=lme4
Therneau, Terry M.|A Package for Survival Analysis in R|3.5-7||CRAN|2023|https://cran.r-project.org/package=survival
StataCorp|Stata Statistical Software: Release 17||College Station|StataCorp LLC|2021|
IBM Corp|IBM SPSS Statistics for Windows|28.0|Armonk|IBM Corp|2021|
Rasband, Wayne S.|ImageJ|1.53|Bethesda|U.S. National Institutes of Health|2018|https://imagej.net/ij/
Brown, Jane; O’Connor, Liam|Renal pathology viewer|2.1||Zenodo|2022|https://zenodo.org/records/6000001`,
  },
  {
    name: 'drug label',
    type: 'webpage',
    fields: ['author', 'title', 'container-title', 'issued', 'accessed', 'URL'],
    lines: `
European Medicines Agency|Soliris: EPAR – Product Information|EMA|2023-7-18|2024-2-1|https://www.ema.europa.eu/en/medicines/human/EPAR/soliris
Agence nationale de sécurité du médicament|Coumadine 2 mg, comprimé sécable : résumé des caractéristiques du produit|Base de données publique des médicaments|2022-11-3|2023-4-20|https://base-donnees-publique.medicaments.gouv.fr/affichageDoc.php?specid=62837723
U.S. Food and Drug Administration|Ultomiris (ravulizumab-cwvz) prescribing information|Drugs@FDA|2022|2023-8-30|https://www.accessdata.fda.gov/drugsatfda_docs/label/2022/761108s023lbl.pdf
Pfizer|Methotrexate injection: highlights of prescribing information|DailyMed|2020-4|2021-5-5|https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=1
Vidal|Préviscan 20 mg comprimé sécable|Vidal|2021|2022-9-9|https://www.vidal.fr/medicaments/previscan.html`,
  },
];

/** "Le Guen, Yann; R Core Team" → persons have a comma. */
const namesOf = (text: string): readonly CslName[] =>
  text.split('; ').map(name => {
    const [family = '', given] = name.split(', ');
    if (given === undefined) return { literal: family };
    const particle = /^(?:van der|de la|von|van|de)\s/.exec(family)?.[0];
    return particle
      ? { family: family.slice(particle.length), given, 'non-dropping-particle': particle.trim() }
      : { family, given };
  });

const valueIn = (field: string, text: string): unknown =>
  field === 'author' || field === 'editor'
    ? namesOf(text)
    : field === 'issued' || field === 'accessed'
      ? { 'date-parts': [text.split('-').map(Number)] }
      : text;

/** The works of a kind. */
export function worksOf({ name, type, fields, lines }: Kind): readonly CslItem[] {
  return lines
    .trim()
    .split('\n')
    .map((line, at) => {
      const values = line.split('|');
      const set = fields.flatMap((field, index) => {
        const text = values[index] ?? '';
        return text === '' ? [] : [[field, valueIn(field, text)] as const];
      });
      return { ...Object.fromEntries(set), id: `${name}-${at}`, type } as CslItem;
    });
}

/** Styles that print such works: those that the reader was written by, and those that were tried afterwards. */
export const KIND_STYLES = {
  known: [
    'vancouver',
    'american-medical-association',
    'apa',
    'harvard-cite-them-right',
    'springer-basic-author-date',
    'elsevier-vancouver',
    'cell',
    'iso690-numeric-fr',
    'ieee',
    'chicago-author-date',
    'iso690-author-date-fr',
    'elsevier-harvard',
    'the-lancet',
    'bmj',
    'the-new-england-journal-of-medicine',
    'frontiers-medical-journals',
    'springer-vancouver-brackets',
    'council-of-science-editors',
    'bibliotheque-universitaire-de-medecine-vancouver',
    'modern-language-association',
    'biomed-central',
    'plos',
  ],
  other: [
    'chicago-note-bibliography',
    'springer-basic-brackets',
    'vancouver-author-date',
    'elsevier-vancouver-author-date',
    'council-of-science-editors-author-date',
    'frontiers',
    'iso690-full-note-es',
    'vancouver-imperial-college-london',
    'harvard-limerick',
    'stem-cells',
  ],
} as const;
