/**
 * Journals of medicine that are no style of the CSL project themselves, by the style that the project's own list or file of each names:
 * so that a journal is found by its name. Read on 2026-11-27.
 */

interface Using {
  /** Id of an independent style. */
  readonly style: string;
  readonly source: string;
  readonly journals: readonly string[];
}

/** A list from which the project makes its files, https://github.com/citation-style-language/journals. */
const listed = (publisher: string) => `CSL project, journals: ${publisher}/_journals.tab`;
/** Files of https://github.com/citation-style-language/styles, named as the journals are. */
const FILES = 'CSL project, dependent/<journal>.csl';

/** One a line. */
const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map(line => line.trim());

export const journals: readonly Using[] = [
  {
    style: 'elsevier-vancouver',
    source: listed('elsevier'),
    journals: lines(`
      Actualités pharmaceutiques
      African Journal of Emergency Medicine
      American Journal of Emergency Medicine
      Anaesthesia Critical Care & Pain Medicine
      Anesthésie & Réanimation
      Annales d’Endocrinologie
      Annales de cardiologie et d’angéiologie
      Annales de chirurgie plastique esthétique
      Annales de Pathologie
      Annales françaises d’oto-rhino-laryngologie et de pathologie cervico-faciale
      Annales médico-psychologiques
      Annales Pharmaceutiques Françaises
      Annals of Physical and Rehabilitation Medicine
      Archives de pédiatrie
      Archives des Maladies du Cœur et des Vaisseaux – Pratique
      Archives des Maladies Professionnelles et de l’Environnement
      Archives of Cardiovascular Diseases
      Auris Nasus Larynx
      Autoimmunity Reviews
      Brain and Development
      Bulletin du Cancer
      Burns
      Cancer / Radiothérapie
      Clinical Imaging
      Clinical Microbiology and Infection
      Clinical Nutrition
      Clinics and Research in Hepatology and Gastroenterology
      Diabetes & Metabolism
      Diabetes Research and Clinical Practice
      Diagnostic and Interventional Imaging
      Douleurs
      EBioMedicine
      EClinicalMedicine
      Epilepsy & Behavior
      Epilepsy & Behavior Case Reports
      Éthique et Santé
      European Annals of Otorhinolaryngology, Head and Neck Diseases
      European Journal of Cancer
      European Journal of Internal Medicine
      European Journal of Obstetrics & Gynecology and Reproductive Biology
      European Journal of Surgical Oncology
      European Urology
      Foot and Ankle Surgery
      Gynécologie Obstétrique Fertilité & Sénologie
      Hand Surgery and Rehabilitation
      Heart, Lung and Circulation
      Human Pathology
      IDCases
      Injury
      International Journal of Antimicrobial Agents
      International Journal of Infectious Diseases
      JHEP Reports
      JMV – Journal de Médecine Vasculaire
      Joint Bone Spine
      Journal de Chirurgie Viscérale
      Journal de Mycologie Médicale
      Journal de pédiatrie et de puériculture
      Journal Européen des Urgences et de Réanimation
      Journal Français d’Ophtalmologie
      Journal of Cardiology
      Journal of Cardiology Cases
      Journal of Clinical Anesthesia
      Journal of Clinical Neuroscience
      Journal of Critical Care
      Journal of Cystic Fibrosis
      Journal of Gynecology Obstetrics and Human Reproduction
      Journal of Hospital Infection
      Journal of Neuroradiology
      Journal of Pediatric Surgery Case Reports
      Journal of Vascular Surgery Cases and Innovative Techniques
      Journal of Visceral Surgery
      Kinésithérapie, la revue
      L’Encéphale
      L’Évolution psychiatrique
      La Presse Médicale
      La revue de l’infirmière
      La revue de médecine légale
      La Revue Sage-Femme
      Le Pharmacien Hospitalier et Clinicien
      Le Praticien en anesthésie réanimation
      Médecine et Droit
      Médecine et Maladies Infectieuses
      Médecine Nucléaire
      Médecine Palliative
      Médecine du Sommeil
      Medical Hypotheses
      Metabolism
      Microbes and Infection
      Morphologie
      Neurochirurgie
      Neuromuscular Disorders
      Neurophysiologie Clinique
      Neuropsychiatrie de l’enfance et de l’adolescence
      New Microbes and New Infections
      NPG Neurologie – Psychiatrie – Gériatrie
      Nutrition clinique et métabolisme
      Oral Oncology
      Orthopaedics & Traumatology: Surgery & Research
      Otolaryngology Case Reports
      Pancreatology
      Pediatric Neurology
      Perfectionnement en Pédiatrie
      Pratique Neurologique – FMC
      Progrès en Urologie
      Radiology Case Reports
      Radiotherapy and Oncology
      Respiratory Medicine and Research
      Resuscitation
      Revue d’Épidémiologie et de Santé Publique
      Revue de Chirurgie Orthopédique et Traumatologique
      Revue des Maladies Respiratoires
      Revue du rhumatisme
      Revue Française d’Allergologie
      Revue Neurologique
      Science et Sports
      Seizure: European Journal of Epilepsy
      Seminars in Arthritis and Rheumatism
      Sleep Medicine
      Soins
      The Annals of Thoracic Surgery
      The Breast
      The Journal of Arthroplasty
      The Journal of Pediatrics
      The Journal of Sexual Medicine
      The Spine Journal
      Thérapie
      Toxicologie Analytique et Clinique
      Transfusion clinique et biologique
      Transplantation Proceedings
      Travel Medicine and Infectious Disease
      Tuberculosis
      Vaccine`),
  },
  {
    style: 'elsevier-with-titles',
    source: listed('elsevier'),
    journals: lines(`
      Annals of Medicine and Surgery
      Atherosclerosis
      Bone
      Case Reports in Women’s Health
      Clinica Chimica Acta
      Clinical Immunology
      Clinical Neurology and Neurosurgery
      European Journal of Radiology
      Forensic Science International
      Gynecologic Oncology
      Heliyon
      Human Pathology: Case Reports
      Interdisciplinary Neurosurgery
      International Journal of Cardiology
      International Journal of Pediatric Otorhinolaryngology
      International Journal of Pediatric Otorhinolaryngology Case Reports
      International Journal of Surgery
      Journal of Clinical Virology
      Journal of Dermatological Science
      Journal of the Neurological Sciences
      Legal Medicine
      Leukemia Research
      Lung Cancer
      Maturitas
      Medical Mycology Case Reports
      Molecular Genetics and Metabolism
      Molecular Genetics and Metabolism Reports
      One Health
      Parkinsonism and Related Disorders
      Placenta
      Respiratory Medicine
      Respiratory Medicine Case Reports
      Thrombosis Research
      Trauma Case Reports`),
  },
  {
    style: 'elsevier-harvard',
    source: listed('elsevier'),
    journals: lines(`
      European Journal of Medical Genetics
      Gynecologic Oncology Reports
      Journal of Affective Disorders
      Journal of Neuroimmunology
      Multiple Sclerosis and Related Disorders
      Psychiatry Research
      Schizophrenia Research`),
  },
  {
    style: 'elsevier-vancouver-author-date',
    source: listed('elsevier'),
    journals: lines(`
      Clinical Neurophysiology
      Sexologies`),
  },
  {
    style: 'elsevier-vancouver-short-author-list',
    source: listed('elsevier'),
    journals: ['Journal of Hepatology'],
  },
  {
    style: 'american-medical-association',
    source: listed('elsevier'),
    journals: lines(`
      American Journal of Kidney Diseases
      American Journal of Ophthalmology
      American Journal of Ophthalmology Case Reports
      Annals of Emergency Medicine
      Arthroscopy
      Canadian Journal of Cardiology
      Clinical Lymphoma, Myeloma and Leukemia
      Clinics in Dermatology
      Indian Heart Journal
      JAAD Case Reports
      Journal of Diabetes and Its Complications
      Journal of the American Academy of Dermatology
      Journal of Thoracic Oncology
      Mayo Clinic Proceedings
      Oral Surgery, Oral Medicine, Oral Pathology and Oral Radiology
      Surgery
      The American Journal of Medicine
      The American Journal of Surgery
      The American Journal of the Medical Sciences
      The Journal of Thoracic and Cardiovascular Surgery
      Urology
      Urology Case Reports
      Wilderness & Environmental Medicine
      World Neurosurgery`),
  },
  // The journals of the JAMA Network share the manual of the Association, as the file of JAMA says of itself.
  {
    style: 'american-medical-association',
    source: 'CSL project, dependent/jama.csl',
    journals: lines(`
      Journal of the American Medical Association
      JAMA Cardiology
      JAMA Dermatology
      JAMA Internal Medicine
      JAMA Network Open
      JAMA Neurology
      JAMA Oncology
      JAMA Ophthalmology
      JAMA Otolaryngology–Head & Neck Surgery
      JAMA Pediatrics
      JAMA Psychiatry
      JAMA Surgery`),
  },
  { style: 'american-medical-association', source: FILES, journals: ['Brain', 'Pediatrics'] },
  {
    style: 'vancouver',
    source: FILES,
    journals: [
      'Annals of Internal Medicine',
      'Canadian Medical Association Journal',
      'Diabetes Care',
      'Emerging Infectious Diseases',
      'QJM: An International Journal of Medicine',
    ],
  },
  {
    style: 'vancouver-brackets',
    source: FILES,
    journals: ['Eurosurveillance', 'Rheumatology', 'Swiss Medical Weekly'],
  },
  { style: 'vancouver-superscript', source: FILES, journals: ['BJOG'] },
  {
    style: 'the-lancet',
    source: FILES,
    journals: ['The Lancet Infectious Diseases', 'The Lancet Neurology', 'The Lancet Oncology'],
  },
  { style: 'european-society-of-cardiology', source: FILES, journals: ['European Heart Journal'] },
  { style: 'bmj', source: FILES, journals: ['BMJ Open', 'Thorax'] },
  { style: 'biomed-central', source: FILES, journals: ['BMC Infectious Diseases', 'Critical Care'] },
  {
    style: 'frontiers-medical-journals',
    source: FILES,
    journals: ['Frontiers in Immunology', 'Frontiers in Neurology'],
  },
  {
    style: 'multidisciplinary-digital-publishing-institute',
    source: FILES,
    journals: ['Diagnostics', 'Journal of Clinical Medicine'],
  },
  { style: 'karger-journals', source: FILES, journals: ['Case Reports in Oncology', 'Dermatology'] },
  { style: 'nature', source: FILES, journals: ['Leukemia', 'Nature Medicine', 'Nature Reviews Nephrology'] },
  { style: 'plos', source: FILES, journals: ['PLOS ONE'] },
  { style: 'sage-vancouver', source: FILES, journals: ['Cephalalgia'] },
  {
    style: 'springer-basic-brackets',
    source: FILES,
    journals: [
      'Annals of Hematology',
      'European Journal of Pediatrics',
      'Intensive Care Medicine',
      'Journal of Neurology',
      'Rheumatology International',
    ],
  },
];
