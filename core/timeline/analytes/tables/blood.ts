/** Blood counts, coagulation and blood gases; columns as {@link ../table.ts} says. Haemoglobin: the monomer's 16 114.5 g/mol (ICSH). */
export const BLOOD = `
haemoglobin | Haemoglobin | Hémoglobine | Hb, HGB, hemoglobin | g/L=718-7, mol/L | 120–170 g/L; 15–260 | 16114.5
haematocrit | Haematocrit | Hématocrite | Ht, Hct, hematocrit, hte, PCV | 1=4544-3 | 36–50 %; 4–80 |
red-cells | Red blood cells | Hématies | RBC, GR, globules rouges, érythrocytes, erythrocytes, red cells, red cell count, red blood cell count, numération des hématies | /L=789-8 | 4.0–5.8 T/L; 0.3–10 |
mcv | Mean corpuscular volume | Volume globulaire moyen | MCV, VGM, mean cell volume | L=787-2 | 80–100 fL; 40–160 |
mch | Mean corpuscular haemoglobin | Teneur corpusculaire moyenne en hémoglobine | MCH, TCMH, TGMH, mean cell haemoglobin, mean corpuscular hemoglobin | g=785-6, mol | 27–33 pg; 10–60 | 16114.5
mchc | Mean corpuscular haemoglobin concentration | Concentration corpusculaire moyenne en hémoglobine | MCHC, CCMH, CGMH, mean corpuscular hemoglobin concentration | g/L=786-4, 1, mol/L | 320–360 g/L; 150–450 | 16114.5
rdw | Red cell distribution width | Indice de distribution des hématies | RDW, IDR, IDH, RDW-CV | 1=788-0 | 11–15 %; 5–60 |
rdw-sd | Red cell distribution width, SD | Indice de distribution des hématies (ET) | RDW-SD | L | 35–50 fL; 15–150 |
reticulocytes | Reticulocytes | Réticulocytes | rétic, retic, RET, reticulocyte count | /L=60474-4, 1=17849-1 | 25–120 G/L; 0–1500 |
white-cells | White blood cells | Leucocytes | WBC, GB, globules blancs, leukocytes, white cells, white cell count, white blood cell count, leucocyte count | /L=6690-2 | 4–10 G/L; 0–1000 |
neutrophils | Neutrophils | Polynucléaires neutrophiles | PNN, neutrophiles, neutro, ANC, neutrophil count, absolute neutrophil count, absolute neutrophils, poly neutrophiles, granulocytes neutrophiles, segmented neutrophils | /L=751-8, 1=770-8 | 1.5–7.5 G/L; 0–500 |
eosinophils | Eosinophils | Polynucléaires éosinophiles | PNE, éosinophiles, eosino, eosinophil count, absolute eosinophils, AEC, poly éosinophiles | /L=711-2, 1=713-8 | 0.04–0.5 G/L; 0–300 |
basophils | Basophils | Polynucléaires basophiles | PNB, basophiles, baso, basophil count, absolute basophils, poly basophiles | /L=704-7, 1=706-2 | 0–0.1 G/L; 0–100 |
lymphocytes | Lymphocytes | Lymphocytes | lympho, LYM, lymphocyte count, absolute lymphocytes, ALC | /L=731-0, 1=736-9 | 1.0–4.0 G/L; 0–1000 |
monocytes | Monocytes | Monocytes | mono, monocyte count, absolute monocytes | /L=742-7, 1=5905-5 | 0.2–1.0 G/L; 0–300 |
blasts | Blasts | Blastes | blast cells, cellules blastiques | /L, 1 | 0–0 G/L; 0–1000 |
myelocytes | Myelocytes | Myélocytes | | /L, 1 | 0–0 G/L; 0–300 |
metamyelocytes | Metamyelocytes | Métamyélocytes | | /L, 1 | 0–0 G/L; 0–300 |
promyelocytes | Promyelocytes | Promyélocytes | | /L, 1 | 0–0 G/L; 0–300 |
bands | Band neutrophils | Neutrophiles non segmentés | bands, stabs | /L, 1 | 0–0.7 G/L; 0–300 |
immature-granulocytes | Immature granulocytes | Granulocytes immatures | IG | /L, 1 | 0–0.06 G/L; 0–300 |
erythroblasts | Nucleated red cells | Érythroblastes | NRBC, nucleated red blood cells | /L, 1 | 0–0 G/L; 0–300 |
plasma-cells | Plasma cells | Plasmocytes | plasmocytes circulants | /L, 1 | 0–0 G/L; 0–500 |
schistocytes | Schistocytes | Schizocytes | schistocytes, fragmented red cells | 1 | 0–1 %; 0–60 |
cd4 | CD4 T cells | Lymphocytes T CD4 | CD4, CD4+, lymphocytes CD4, CD4 count, T CD4 | /L, 1 | 0.5–1.5 G/L; 0–20 |
cd8 | CD8 T cells | Lymphocytes T CD8 | CD8, CD8+, lymphocytes CD8, CD8 count, T CD8 | /L, 1 | 0.2–0.9 G/L; 0–100 |
cd19 | CD19 B cells | Lymphocytes B CD19 | CD19, CD19+, lymphocytes B, B cells | /L, 1 | 0.1–0.5 G/L; 0–500 |
platelets | Platelets | Plaquettes | PLT, plaq, platelet count, thrombocytes, numération plaquettaire, PQ | /L=777-3 | 150–400 G/L; 0–5000 |
mpv | Mean platelet volume | Volume plaquettaire moyen | MPV, VPM | L | 7–11 fL; 3–30 |
esr | Erythrocyte sedimentation rate | Vitesse de sédimentation | ESR, VS, sed rate, sedimentation rate, VS 1h, VS 1ère heure, vitesse de sédimentation 1h | m/s, L | 0–20 mm/h; 0–200 |
pt-percent | Prothrombin activity | Taux de prothrombine | fr:TP, fr:PT, taux de prothrombine (TP), prothrombin ratio %, prothrombin index, TP patient, Quick | 1 | 70–120 %; 1–250 |
pt-seconds | Prothrombin time | Temps de Quick | en:PT, temps de prothrombine, TQ, temps de Quick patient, PT (s), pro time, protime | s=5902-2 | 10–14 s; 5–300 |
inr | International normalised ratio | INR | international normalized ratio, TP INR, PT-INR, INR (TP), TP (INR) | 1=6301-6 | 0.8–1.2 {INR}; 0.4–30 |
aptt | Activated partial thromboplastin time | Temps de céphaline avec activateur | aPTT, TCA, APTT patient, TCA patient, PTT, temps de céphaline activée, TCK | s=14979-9 | 25–38 s; 10–400 |
aptt-ratio | aPTT ratio | TCA ratio | TCA (ratio), TCA M/T, TCA rapport, rapport TCA, TCA patient/témoin, APTT ratio, TCA malade/témoin | 1 | 0.8–1.2 {ratio}; 0.3–15 |
thrombin-time | Thrombin time | Temps de thrombine | TT | s | 14–21 s; 5–400 |
fibrinogen | Fibrinogen | Fibrinogène | Fg, FIB, fibrinogénémie, fibrinogène Clauss | g/L=3255-7, mol/L | 2–4 g/L; 0.05–20 | 340000
d-dimer | D-dimer | D-dimères | D dimer, D-dimers, DDim, DD | g/L | 0–500 µg/L; 0–200000 |
antithrombin | Antithrombin | Antithrombine | AT, AT III, antithrombine III, antithrombin activity | 1 | 80–120 %; 1–250 |
protein-c | Protein C activity | Protéine C (activité) | protéine C, protein C | 1 | 70–140 %; 0–300 |
protein-s | Protein S | Protéine S | protéine S libre, protein S free, free protein S, protéine S (activité) | 1 | 60–140 %; 0–300 |
factor-ii | Factor II | Facteur II | FII, prothrombin factor II, facteur II (prothrombine) | 1 | 70–120 %; 0–300 |
factor-v | Factor V | Facteur V | FV, proaccélérine | 1 | 70–120 %; 0–300 |
factor-vii | Factor VII | Facteur VII | FVII, proconvertine | 1 | 70–130 %; 0–400 |
factor-viii | Factor VIII | Facteur VIII | FVIII, facteur VIII C, FVIII:C, factor VIII:C | 1, [iU]/L | 60–150 %; 0–800 |
factor-ix | Factor IX | Facteur IX | FIX | 1, [iU]/L | 60–150 %; 0–500 |
factor-x | Factor X | Facteur X | FX | 1 | 70–130 %; 0–300 |
factor-xi | Factor XI | Facteur XI | FXI | 1, [iU]/L | 60–140 %; 0–400 |
factor-xii | Factor XII | Facteur XII | FXII | 1 | 50–150 %; 0–400 |
factor-xiii | Factor XIII | Facteur XIII | FXIII | 1 | 60–150 %; 0–400 |
vwf-antigen | Von Willebrand factor antigen | Facteur Willebrand antigène | VWF:Ag, vWF Ag, Willebrand antigène, facteur Willebrand | 1, [iU]/L | 50–150 %; 0–1000 |
vwf-activity | Von Willebrand factor activity | Facteur Willebrand activité | VWF:RCo, vWF RCo, Willebrand activité, cofacteur de la ristocétine | 1, [iU]/L | 50–150 %; 0–1000 |
adamts13 | ADAMTS13 activity | Activité ADAMTS13 | ADAMTS13, ADAMTS-13 | 1, [iU]/L | 50–150 %; 0–300 |
anti-xa | Anti-Xa activity | Activité anti-Xa | anti-Xa, anti Xa, activité anti-Xa HNF, héparinémie, anti-Xa HBPM | [iU]/L | 0–1 UI/mL; 0–10 |
lupus-anticoagulant | Lupus anticoagulant | Anticoagulant circulant lupique | LA, ACC, lupus anticoagulant (dRVVT), anticoagulant lupique | 1 | 0.8–1.2 {ratio}; 0–10 |
fibrin-monomers | Fibrin monomers | Complexes solubles | monomères de fibrine, fibrin monomer | g/L | 0–6 mg/L; 0–1000 |
ph | pH | pH | pH artériel, arterial pH, pH sanguin, blood pH, pHa, pH veineux | [pH] | 7.35–7.45 [pH]; 6.3–8.0 |
pco2 | Carbon dioxide partial pressure | Pression partielle de CO2 | pCO2, PaCO2, PCO2 artériel, pCO2 artérielle, capnie | Pa | 35–45 mm[Hg]; 5–200 |
po2 | Oxygen partial pressure | Pression partielle d'oxygène | pO2, PaO2, pO2 artérielle | Pa | 80–100 mm[Hg]; 10–700 |
base-excess | Base excess | Excès de base | BE, base excess (BE), excès de bases, ABE, SBE | mol/L, eq/L | -2–2 mmol/L; -50–50 | z1
sao2 | Oxygen saturation | Saturation en oxygène | SaO2, sO2, SatO2, saturation artérielle, saturation O2 | 1 | 95–100 %; 5–101 |
carboxyhaemoglobin | Carboxyhaemoglobin | Carboxyhémoglobine | COHb, HbCO, carboxyhemoglobin | 1 | 0–2 %; 0–90 |
methaemoglobin | Methaemoglobin | Méthémoglobine | MetHb, methemoglobin | 1 | 0–1.5 %; 0–95 |
pf-ratio | PaO2/FiO2 ratio | Rapport PaO2/FiO2 | P/F, PaO2/FiO2, PF ratio, P/F ratio | Pa, 1 | 400–500 mm[Hg]; 20–800 |
`;
