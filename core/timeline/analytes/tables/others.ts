/** Urine, cerebrospinal fluid, stool, drugs in blood, and vital signs; columns as {@link ../table.ts} says. */
export const URINE = `
sodium-urine | Sodium, urine | Sodium urinaire | Na, sodium, natriurèse, urine sodium, Na urinaire, NaU | mol/L, mol/s, eq/L | 20–220 mmol/L; 0–500 | 22.990 z1
potassium-urine | Potassium, urine | Potassium urinaire | K, potassium, kaliurèse, urine potassium, K urinaire, KU | mol/L, mol/s, eq/L | 20–120 mmol/L; 0–400 | 39.098 z1
chloride-urine | Chloride, urine | Chlorure urinaire | Cl, chloride, chlorure, chlorures, urine chloride | mol/L, mol/s, eq/L | 20–250 mmol/L; 0–600 | 35.453 z1
calcium-urine | Calcium, urine | Calcium urinaire | Ca, calcium, calciurie, urine calcium | mol/L, mol/s, g/L, g/s | 1–7.5 mmol/L; 0–60 | 40.078 z2
phosphate-urine | Phosphate, urine | Phosphore urinaire | phosphate, phosphore, phosphates, phosphaturie, urine phosphate | mol/L, mol/s, g/L, g/s | 5–50 mmol/L; 0–200 | 30.974
magnesium-urine | Magnesium, urine | Magnésium urinaire | Mg, magnesium, magnésium, magnésurie | mol/L, mol/s, g/L, g/s | 1–8 mmol/L; 0–60 | 24.305 z2
urea-urine | Urea, urine | Urée urinaire | urea, urée, urine urea | mol/L, mol/s, g/L, g/s | 150–600 mmol/L; 0–2000 | 60.056
creatinine-urine | Creatinine, urine | Créatinine urinaire | creatinine, créatinine, créatininurie, urine creatinine, creat, créat | mol/L, g/L=2161-8, mol/s, g/s | 3–25 mmol/L; 0–100 | 113.120
uric-acid-urine | Uric acid, urine | Acide urique urinaire | uric acid, acide urique, uraturie, urate | mol/L, g/L, mol/s, g/s | 1–6 mmol/L; 0–60 | 168.112
glucose-urine | Glucose, urine | Glycosurie | glucose, glucosurie, glucose urinaire, urine glucose | mol/L, g/L, mol/s, g/s | 0–0.8 mmol/L; 0–1000 | 180.156
ketones-urine | Ketones, urine | Cétonurie | ketones, corps cétoniques, acétonurie, acétone, cétones, ketonuria | mol/L, g/L | 0–0.5 mmol/L; 0–100 |
protein-urine | Protein, urine | Protéinurie | protein, protéines, proteinuria, urine protein, protéines urinaires, protéinurie des 24h, protéinurie 24h, 24h protein, proteins | g/L=2888-6, g/s | 0–0.15 g/L; 0–100 |
protein-creatinine-urine | Protein/creatinine ratio, urine | Rapport protéinurie/créatininurie | PCR (protein/creatinine), UPCR, protéinurie/créatininurie, ratio protéine/créatinine, RPC, protein/creatinine ratio, protéines/créatinine, protéinurie/créatinine | 1, g/mol | 0–0.15 g/g; 0–100 |
albumin-urine | Albumin, urine | Albuminurie | albumin, albumine, microalbuminurie, urine albumin, microalbumin, micro-albuminurie | g/L, g/s | 0–20 mg/L; 0–50000 |
albumin-creatinine-urine | Albumin/creatinine ratio, urine | Rapport albuminurie/créatininurie | ACR, UACR, RAC, albuminurie/créatininurie, albumin/creatinine ratio, ratio albumine/créatinine, albumine/créatinine | 1=9318-7, g/mol | 0–30 mg/g; 0–100000 |
osmolality-urine | Osmolality, urine | Osmolalité urinaire | osmolality, osmolalité, osmolarité urinaire, urine osmolality, osmU | osm/kg, osm/L | 50–1200 mosm/kg; 10–2000 |
ph-urine | pH, urine | pH urinaire | pH, urine pH | [pH], 1 | 4.5–8 [pH]; 3–11 |
density-urine | Specific gravity, urine | Densité urinaire | specific gravity, densité, SG, urine specific gravity | 1 | 1.003–1.035 {ratio}; 0.99–1.1 |
volume-urine | Urine volume | Diurèse | diurèse, urine output, volume urinaire, diurèse des 24h, volume des urines de 24h | L, L/s | 0.8–2.5 L; 0–25 |
red-cells-urine | Red cells, urine | Hématurie | RBC, hématies, GR, érythrocytes, hematuria, haematuria, red blood cells, sang, blood, erythrocytes | /L, /[HPF] | 0–10000 /mL; 0–1000000000 |
white-cells-urine | White cells, urine | Leucocyturie | WBC, leucocytes, GB, leukocytes, leukocyturia, white blood cells | /L, /[HPF] | 0–10000 /mL; 0–1000000000 |
nitrite-urine | Nitrite, urine | Nitrites urinaires | nitrites, nitrite | 1 | |
cortisol-urine | Cortisol, urine free | Cortisol libre urinaire | cortisol, CLU, UFC, urinary free cortisol, cortisolurie, FLU | mol/s, g/s, mol/L, g/L | 30–150 nmol/d; 0–50000 | 362.46
metanephrine-urine | Metanephrine, urine | Métanéphrine urinaire | metanephrine, métanéphrine, métanéphrines urinaires, urine metanephrine | mol/s, g/s, mol/L, g/L, 1, g/mol | | 197.23
normetanephrine-urine | Normetanephrine, urine | Normétanéphrine urinaire | normetanephrine, normétanéphrine, normétanéphrines urinaires | mol/s, g/s, mol/L, g/L, 1, g/mol | | 183.20
vma-urine | Vanillylmandelic acid, urine | Acide vanylmandélique urinaire | VMA, vanillylmandelic acid, acide vanylmandélique | mol/s, g/s, mol/L, g/L, 1, g/mol | | 198.17
hiaa-urine | 5-HIAA, urine | 5-HIAA urinaire | 5-HIAA, 5HIAA, 5-hydroxyindoleacetic acid, acide 5-hydroxyindolacétique | mol/s, g/s, mol/L, g/L, 1, g/mol | | 191.18
copper-urine | Copper, urine | Cuprurie | Cu, copper, cuivre, cuivre urinaire, urine copper, cuprurie des 24h | mol/s, g/s, mol/L, g/L | 0.1–0.9 µmol/d; 0–200 | 63.546
iodine-urine | Iodine, urine | Iodurie | iodine, iode, iode urinaire, urinary iodine | g/L, mol/L, g/s, mol/s | 100–300 µg/L; 0–1000000 | 126.90
amylase-urine | Amylase, urine | Amylasurie | amylase, urine amylase | U/L | 0–500 U/L; 0–100000 |
bence-jones | Bence Jones protein | Protéinurie de Bence-Jones | Bence Jones, Bence-Jones | g/L, g/s | |
porphobilinogen-urine | Porphobilinogen, urine | Porphobilinogène urinaire | PBG, porphobilinogen, porphobilinogène | mol/L, mol/s, g/mol, 1 | 0–10 µmol/L; 0–5000 |
ala-urine | Delta-aminolevulinic acid, urine | Acide delta-aminolévulinique urinaire | ALA, delta-ALA, aminolevulinic acid | mol/L, mol/s, g/mol, 1 | 0–40 µmol/L; 0–5000 |
`;

export const CSF = `
protein-csf | Protein, CSF | Protéinorachie | protein, protéines, proteins, proteinorachia, CSF protein, protéines LCR, total protein | g/L | 0.15–0.45 g/L; 0.01–50 |
glucose-csf | Glucose, CSF | Glycorachie | glucose, CSF glucose, glucose LCR | mol/L, g/L | 2.2–4.4 mmol/L; 0–60 | 180.156
lactate-csf | Lactate, CSF | Lactates du LCR | lactate, lactates, CSF lactate | mol/L, g/L | 1–2.5 mmol/L; 0–40 | 90.078
chloride-csf | Chloride, CSF | Chlorurorachie | chloride, chlorures, chlorure | mol/L | 115–130 mmol/L; 50–200 | 35.453
white-cells-csf | White cells, CSF | Leucocytes du LCR | WBC, leucocytes, leukocytes, éléments, white blood cells, cellularité, CSF white cells, cell count, cytorachie | /L | 0–5 /uL; 0–1000000 |
red-cells-csf | Red cells, CSF | Hématies du LCR | RBC, hématies, red blood cells, erythrocytes | /L | 0–5 /uL; 0–10000000 |
neutrophils-csf | Neutrophils, CSF | Neutrophiles du LCR | neutrophils, PNN, polynucléaires neutrophiles, neutrophiles | 1, /L | |
lymphocytes-csf | Lymphocytes, CSF | Lymphocytes du LCR | lymphocytes | 1, /L | |
opening-pressure | Opening pressure, CSF | Pression d'ouverture du LCR | opening pressure, pression d'ouverture | Pa | 6–25 cm[H2O]; 0–120 |
igg-index-csf | IgG index, CSF | Index IgG du LCR | IgG index, index IgG | 1 | 0.3–0.7 {index}; 0–20 |
`;

export const STOOL = `
calprotectin-stool | Calprotectin, faecal | Calprotectine fécale | calprotectin, calprotectine, faecal calprotectin, fecal calprotectin | 1 | 0–50 µg/g; 0–100000 |
elastase-stool | Elastase, faecal | Élastase fécale | elastase, élastase, faecal elastase, fecal elastase | 1 | 200–600 µg/g; 0–10000 |
`;

export const DRUGS = `
digoxin | Digoxin | Digoxine | digoxinémie | mol/L, g/L=10535-3 | 0.6–2.6 nmol/L; 0–100 | 780.94
lithium | Lithium | Lithium | lithiémie, Li | mol/L=14334-7, eq/L | 0.5–1.2 mmol/L; 0–15 | 6.94 z1
paracetamol | Paracetamol | Paracétamol | acetaminophen, acétaminophène, paracétamolémie | g/L, mol/L | 10–30 mg/L; 0–3000 | 151.16
salicylate | Salicylate | Salicylés | aspirin level, salicylates, salicylémie | g/L, mol/L | 20–300 mg/L; 0–3000 | 138.12
phenytoin | Phenytoin | Phénytoïne | | g/L=3968-5, mol/L | 10–20 mg/L; 0–300 | 252.27
valproate | Valproate | Acide valproïque | valproic acid, valproate de sodium, valproïque | g/L=4086-5, mol/L | 50–100 mg/L; 0–2500 | 144.21
carbamazepine | Carbamazepine | Carbamazépine | | g/L, mol/L | 4–12 mg/L; 0–150 | 236.27
phenobarbital | Phenobarbital | Phénobarbital | | g/L, mol/L | 15–40 mg/L; 0–500 | 232.24
levetiracetam | Levetiracetam | Lévétiracétam | | g/L, mol/L | 12–46 mg/L; 0–1000 | 170.21
lamotrigine | Lamotrigine | Lamotrigine | | g/L, mol/L | 2.5–15 mg/L; 0–150 | 256.09
theophylline | Theophylline | Théophylline | | g/L, mol/L | 8–20 mg/L; 0–400 | 180.16
vancomycin | Vancomycin | Vancomycine | vancocinémie, vancomycin trough, vancomycine résiduelle | g/L=20578-1, mol/L | 10–25 mg/L; 0–300 | 1449.25
gentamicin | Gentamicin | Gentamicine | gentamicin trough, gentamicine résiduelle | g/L | 0.5–20 mg/L; 0–200 |
amikacin | Amikacin | Amikacine | amikacine résiduelle | g/L, mol/L | 2–60 mg/L; 0–400 | 585.60
ciclosporin | Ciclosporin | Ciclosporine | cyclosporine, cyclosporin, ciclosporinémie, ciclosporine résiduelle | g/L, mol/L | 100–300 µg/L; 0–10000 | 1202.61
tacrolimus | Tacrolimus | Tacrolimus | tacrolimus résiduel, tacrolimus trough, FK506, tacrolimus T0 | g/L=11253-2, mol/L | 5–15 µg/L; 0–300 | 804.02
sirolimus | Sirolimus | Sirolimus | rapamycine | g/L, mol/L | 4–15 µg/L; 0–300 | 914.17
everolimus | Everolimus | Évérolimus | | g/L, mol/L | 3–12 µg/L; 0–300 | 958.22
methotrexate | Methotrexate | Méthotrexate | MTX | mol/L, g/L | 0–0.1 µmol/L; 0–10000 | 454.44
hydroxychloroquine | Hydroxychloroquine | Hydroxychloroquine | HCQ | g/L, mol/L | 500–2000 µg/L; 0–50000 | 335.87
voriconazole | Voriconazole | Voriconazole | | g/L, mol/L | 1–5.5 mg/L; 0–100 | 349.31
infliximab | Infliximab | Infliximab | infliximab trough, infliximab résiduel | g/L | 3–10 mg/L; 0–500 |
adalimumab | Adalimumab | Adalimumab | | g/L | 5–12 mg/L; 0–200 |
`;

export const VITALS = `
temperature | Body temperature | Température | T°, temp, body temp, température corporelle, temperature, fièvre | Cel, [degF] | 36–38 Cel; 20–46 |
heart-rate | Heart rate | Fréquence cardiaque | HR, FC, pouls, pulse, pulse rate, heart rate (HR) | Hz=8867-4, 1 | 50–100 /min; 0–350 |
respiratory-rate | Respiratory rate | Fréquence respiratoire | RR, FR, FR (respiratoire), resp rate, respirations | Hz=9279-1, 1 | 12–20 /min; 0–120 |
systolic | Systolic blood pressure | Pression artérielle systolique | SBP, PAS, systolic, systolique, TAS, tension systolique | Pa=8480-6 | 90–140 mm[Hg]; 0–350 |
diastolic | Diastolic blood pressure | Pression artérielle diastolique | DBP, PAD, diastolic, diastolique, TAD | Pa=8462-4 | 50–90 mm[Hg]; 0–250 |
mean-pressure | Mean arterial pressure | Pression artérielle moyenne | MAP, PAM, mean BP | Pa | 65–105 mm[Hg]; 0–280 |
blood-pressure | Blood pressure | Pression artérielle | BP, TA, PA, tension artérielle, blood pressure (BP), tension | Pa | |
spo2 | Oxygen saturation, pulse oximetry | Saturation pulsée en oxygène | SpO2, sat, saturation, oxygen saturation SpO2 | 1=59408-5 | 94–100 %; 5–101 |
fio2 | Inspired oxygen fraction | Fraction inspirée d'oxygène | FiO2 | 1 | 21–100 %; 15–101 |
weight | Body weight | Poids | weight, poids corporel, body mass, wt | g=29463-7 | 40–120 kg; 0.2–700 |
height | Body height | Taille | height, taille debout, body length, ht (height) | m=8302-2 | 140–200 cm; 15–280 |
bmi | Body mass index | Indice de masse corporelle | BMI, IMC | g/m2=39156-5 | 18–30 kg/m2; 6–150 |
glasgow | Glasgow coma scale | Score de Glasgow | GCS, Glasgow, CGS | 1 | 3–15 {score}; 2–16 |
`;
