/**
 * Clinical chemistry of serum, plasma and blood; columns as {@link ../table.ts} says.
 * Molar masses (g/mol) are sums of the standard atomic weights (IUPAC, 2021); urea nitrogen counts two nitrogen atoms a molecule,
 * phosphate its phosphorus, triglycerides glycerol trioleate, ammonia NH₃, lactate lactic acid, as laboratories do.
 * Albumin and transferrin: UniProt P02768 and P02787, mature chains.
 */
export const CHEMISTRY = `
sodium | Sodium | Sodium | Na, Na+, natrémie, fr:natremie | mol/L=2951-2, eq/L | 135–145 mmol/L; 90–220 | 22.990 z1
potassium | Potassium | Potassium | K, K+, kaliémie | mol/L=2823-3, eq/L | 3.5–5.0 mmol/L; 1–14 | 39.098 z1
chloride | Chloride | Chlorure | Cl, Cl-, chlore, chlorures, chlorémie | mol/L=2075-0, eq/L | 98–107 mmol/L; 50–180 | 35.453 z1
bicarbonate | Bicarbonate | Bicarbonates | HCO3, HCO3-, bicar, bicarb, réserve alcaline, RA, standard bicarbonate, bicarbonate standard | mol/L=1963-8, eq/L | 22–28 mmol/L; 1–70 | 61.017 z1
total-co2 | Carbon dioxide, total | CO2 total | CO2, TCO2, CO2T, total CO2 | mol/L=2028-9, eq/L | 22–29 mmol/L; 1–70 | z1
anion-gap | Anion gap | Trou anionique | AG, gap anionique | mol/L, eq/L | 8–16 mmol/L; -20–80 | z1
calcium | Calcium | Calcium | Ca, Ca++, Ca2+, calcémie, calcium total, total calcium | mol/L=2000-8, g/L=17861-6, eq/L | 2.2–2.6 mmol/L; 0.5–6 | 40.078 z2
calcium-corrected | Calcium, corrected | Calcium corrigé | corrected calcium, calcémie corrigée, Ca corrigé | mol/L, g/L, eq/L | 2.2–2.6 mmol/L; 0.5–6 | 40.078 z2
calcium-ionised | Calcium, ionised | Calcium ionisé | iCa, Ca ionisé, Ca++ ionisé, ionized calcium, ionised calcium, calcium ionized, free calcium | mol/L=1995-0, g/L, eq/L | 1.15–1.30 mmol/L; 0.2–4 | 40.078 z2
magnesium | Magnesium | Magnésium | Mg, Mg++, magnésémie | mol/L=2601-3, g/L=19123-9, eq/L | 0.7–1.0 mmol/L; 0.1–8 | 24.305 z2
phosphate | Phosphate | Phosphore | P, Pi, PO4, phosphates, phosphorus, inorganic phosphate, phosphatémie, phosphorémie | mol/L=14879-1, g/L=2777-1 | 0.8–1.45 mmol/L; 0.05–8 | 30.974
urea | Urea | Urée | urée sanguine, blood urea, urémie, azotémie | mol/L=22664-7, g/L=3091-6 | 2.5–7.5 mmol/L; 0.3–120 | 60.056
urea-nitrogen | Urea nitrogen | Azote uréique | BUN, blood urea nitrogen, SUN, urea N | g/L=3094-0, mol/L | 7–20 mg/dL; 1–330 | 28.014
creatinine | Creatinine | Créatinine | creat, créat, créatininémie, serum creatinine, creatininemia, SCr | mol/L=14682-9, g/L=2160-0 | 45–105 µmol/L; 5–4000 | 113.120
egfr | Glomerular filtration rate, estimated | Débit de filtration glomérulaire estimé | eGFR, GFR, DFG, DFGe, CKD-EPI, DFG CKD-EPI, eGFR CKD-EPI, DFG estimé, MDRD, DFG MDRD, filtration glomérulaire | L/s | 90–120 mL/min; 0–300 |
creatinine-clearance | Creatinine clearance | Clairance de la créatinine | clairance, CrCl, Cockcroft, clairance créatinine, creatinine clearance cockcroft, clairance cockcroft | L/s | 90–140 mL/min; 0–400 |
cystatin-c | Cystatin C | Cystatine C | | g/L | 0.5–1.0 mg/L; 0.1–20 |
uric-acid | Uric acid | Acide urique | urate, uricémie, UA | mol/L=14933-6, g/L=3084-1 | 180–420 µmol/L; 10–2500 | 168.112
glucose | Glucose | Glucose | glycémie, glu, blood glucose, glycémie à jeun, fasting glucose, glucose à jeun, blood sugar, glycémie veineuse, plasma glucose | mol/L=14749-6, g/L=2345-7 | 3.9–6.1 mmol/L; 0.2–61 | 180.156
hba1c | Haemoglobin A1c | Hémoglobine glyquée | HbA1c, A1c, hemoglobin A1c, glycated haemoglobin, glycated hemoglobin, hémoglobine A1c, hémoglobine glycquée | 1=4548-4 | 4–6 %; 2–20 |
fructosamine | Fructosamine | Fructosamine | | mol/L | 200–285 µmol/L; 50–1500 |
lactate | Lactate | Lactates | acide lactique, lactic acid, lactatémie | mol/L=2524-7, g/L | 0.5–2.0 mmol/L; 0.1–50 | 90.078
pyruvate | Pyruvate | Pyruvate | acide pyruvique | mol/L, g/L | 40–100 µmol/L; 1–1500 | 88.062
ketones | Beta-hydroxybutyrate | Bêta-hydroxybutyrate | ketones, cétonémie, corps cétoniques, BHB, beta-hydroxybutyrate, 3-hydroxybutyrate, ketonemia | mol/L | 0–0.3 mmol/L; 0–40 | 104.105
ammonia | Ammonia | Ammoniac | ammonium, NH3, NH4, NH4+, ammoniémie | mol/L=16362-6, g/L | 10–50 µmol/L; 1–3000 | 17.031
osmolality | Osmolality | Osmolalité | osmolarité, osmolarity, osm, osmolalité plasmatique, plasma osmolality | osm/kg=2692-2, osm/L | 275–295 mosm/kg; 180–600 |
protein | Protein, total | Protéines totales | en:TP, total protein, protéines, protidémie, protides, protéinémie, total proteins, PT totales, en:protein, proteins | g/L=2885-2 | 64–83 g/L; 10–180 |
albumin | Albumin | Albumine | Alb, albuminémie | g/L=1751-7, mol/L | 35–50 g/L; 3–80 | 66438
prealbumin | Prealbumin | Préalbumine | transthyrétine, transthyretin, TTR, pré-albumine | g/L | 0.2–0.4 g/L; 0.01–1.5 |
globulin | Globulin | Globulines | globulins | g/L | 20–35 g/L; 3–150 |
alpha1-globulin | Alpha-1 globulins | Alpha-1 globulines | alpha 1, α1 globulines, α1-globulins | g/L, 1 | 2–4 g/L; 0–20 |
alpha2-globulin | Alpha-2 globulins | Alpha-2 globulines | alpha 2, α2 globulines, α2-globulins | g/L, 1 | 5–9 g/L; 0–40 |
beta-globulin | Beta globulins | Bêta-globulines | β globulines, beta globulines, β-globulins | g/L, 1 | 6–11 g/L; 0–60 |
gamma-globulin | Gamma globulins | Gammaglobulines | γ globulines, gamma globulines, γ-globulins, gammaglobulins | g/L, 1 | 8–14 g/L; 0–150 |
bilirubin | Bilirubin, total | Bilirubine totale | bilirubine, bilirubin, total bilirubin, bili, bili T, bili totale, TBIL, T bili, bilirubinémie, BT | mol/L=14631-6, g/L=1975-2 | 3–21 µmol/L; 0–1200 | 584.66
bilirubin-direct | Bilirubin, conjugated | Bilirubine conjuguée | direct bilirubin, bilirubine directe, conjugated bilirubin, BC, DBIL, D bili, bili C, bilirubin direct | mol/L=14629-0, g/L=1968-7 | 0–5 µmol/L; 0–900 | 584.66
bilirubin-indirect | Bilirubin, unconjugated | Bilirubine libre | indirect bilirubin, bilirubine indirecte, bilirubine non conjuguée, unconjugated bilirubin | mol/L, g/L | 0–16 µmol/L; 0–900 | 584.66
bile-acids | Bile acids | Acides biliaires | total bile acids, acides biliaires totaux | mol/L | 0–10 µmol/L; 0–1000 |
ast | Aspartate aminotransferase | Aspartate aminotransférase | AST, ASAT, SGOT, GOT, TGO, AspAT, ASAT (TGO), TGO (ASAT), TGO/ASAT, ASAT/TGO, transaminases TGO | U/L=1920-8 | 10–40 U/L; 1–50000 |
alt | Alanine aminotransferase | Alanine aminotransférase | ALT, ALAT, SGPT, GPT, TGP, ALAT (TGP), TGP (ALAT), TGP/ALAT, ALAT/TGP, transaminases TGP | U/L=1742-6 | 7–45 U/L; 1–50000 |
alp | Alkaline phosphatase | Phosphatases alcalines | ALP, PAL, ALKP, alk phos, phosphatase alcaline, en:AP | U/L=6768-6 | 30–130 U/L; 1–10000 |
ggt | Gamma-glutamyl transferase | Gamma-glutamyl transférase | GGT, gamma GT, γGT, gamma-GT, GGTP, gamma glutamyltransferase, γ-GT | U/L=2324-2 | 5–60 U/L; 1–10000 |
ldh | Lactate dehydrogenase | Lactate déshydrogénase | LDH, LD, lacticodéshydrogénase, lactico-déshydrogénase | U/L=2532-0 | 120–250 U/L; 20–100000 |
ck | Creatine kinase | Créatine kinase | CK, CPK, créatine phosphokinase, creatine phosphokinase, CK total, CK totale | U/L=2157-6 | 30–200 U/L; 1–1000000 |
ck-mb-mass | Creatine kinase MB, mass | CK-MB masse | CK-MB, CKMB, CK-MB mass, CPK-MB | g/L=13969-1, U/L | 0–5 µg/L; 0–3000 |
amylase | Amylase | Amylase | amylasémie | U/L=1798-8 | 25–110 U/L; 1–20000 |
lipase | Lipase | Lipase | lipasémie | U/L=3040-3 | 10–60 U/L; 1–50000 |
aldolase | Aldolase | Aldolase | | U/L | 1–8 U/L; 0–2000 |
cholinesterase | Cholinesterase | Cholinestérase | butyrylcholinesterase, pseudocholinestérase | U/L | 4–13 kU/L; 0–50 |
ace | Angiotensin-converting enzyme | Enzyme de conversion de l'angiotensine | en:ACE, ECA, enzyme de conversion | U/L | 20–70 U/L; 0–1000 |
lysozyme | Lysozyme | Lysozyme | muramidase | g/L | 3–10 mg/L; 0–1000 |
cholesterol | Cholesterol, total | Cholestérol total | cholesterol, cholestérol, total cholesterol, CT, cholestérolémie, chol | mol/L=14647-2, g/L=2093-3 | 3–5.2 mmol/L; 0.3–40 | 386.654
hdl | HDL cholesterol | Cholestérol HDL | HDL, HDL-C, HDLc, HDL-cholestérol, cholesterol HDL | mol/L=14646-4, g/L=2085-9 | 1.0–2.0 mmol/L; 0.05–6 | 386.654
ldl | LDL cholesterol | Cholestérol LDL | LDL, LDL-C, LDLc, LDL-cholestérol, cholesterol LDL, LDL calculé | mol/L, g/L | 1–3.4 mmol/L; 0.05–30 | 386.654
non-hdl | Non-HDL cholesterol | Cholestérol non HDL | non HDL, non-HDL-cholestérol | mol/L, g/L | 1–4 mmol/L; 0.05–40 | 386.654
triglycerides | Triglycerides | Triglycérides | TG, trigly, triglycéridémie | mol/L=14927-8, g/L=2571-8 | 0.5–1.7 mmol/L; 0.1–150 | 885.43
apoa1 | Apolipoprotein A1 | Apolipoprotéine A1 | ApoA1, Apo A-I, apolipoprotéine A-I | g/L | 1.1–1.9 g/L; 0.05–5 |
apob | Apolipoprotein B | Apolipoprotéine B | ApoB | g/L | 0.5–1.2 g/L; 0.05–6 |
lpa | Lipoprotein (a) | Lipoprotéine (a) | Lp(a), Lpa | g/L, mol/L | 0–0.3 g/L; 0–5 |
crp | C-reactive protein | Protéine C réactive | CRP, CRP us, hs-CRP, CRP ultrasensible, hsCRP, protéine C-réactive, C-réactive protéine, C reactive protein, CRPus, protéine C réactive (CRP), C-reactive protein (CRP) | g/L=1988-5 | 0–5 mg/L; 0–1000 |
procalcitonin | Procalcitonin | Procalcitonine | PCT | g/L=33959-8 | 0–0.1 µg/L; 0–2000 |
ferritin | Ferritin | Ferritine | ferritinémie | g/L=2276-4 | 20–300 µg/L; 0–500000 |
iron | Iron | Fer | Fe, fer sérique, sérum fer, sidérémie, serum iron | mol/L=14798-3, g/L=2498-4 | 10–30 µmol/L; 0.2–2000 | 55.845
transferrin | Transferrin | Transferrine | sidérophiline, TRF | g/L=3034-6, mol/L | 2.0–3.6 g/L; 0.2–8 | 79570
tibc | Iron-binding capacity, total | Capacité totale de fixation du fer | TIBC, CTF, CTFT, capacité totale de fixation de la transferrine, capacité totale de saturation | mol/L=14800-7, g/L=2500-7 | 45–72 µmol/L; 5–200 | 55.845
transferrin-saturation | Transferrin saturation | Coefficient de saturation de la transferrine | TSAT, CST, CS, saturation de la transferrine, coefficient de saturation | 1=2502-3 | 20–45 %; 0–150 |
soluble-transferrin-receptor | Transferrin receptor, soluble | Récepteur soluble de la transferrine | sTfR, RsTf | g/L, mol/L | 0.8–1.8 mg/L; 0–50 |
haptoglobin | Haptoglobin | Haptoglobine | Hp, hapto | g/L=4542-7 | 0.3–2.0 g/L; 0–8 |
ceruloplasmin | Ceruloplasmin | Céruloplasmine | caeruloplasmin | g/L=2064-4 | 0.2–0.6 g/L; 0–3 |
orosomucoid | Alpha-1 acid glycoprotein | Orosomucoïde | alpha-1 glycoprotéine acide, AAG | g/L | 0.5–1.2 g/L; 0–6 |
alpha1-antitrypsin | Alpha-1 antitrypsin | Alpha-1 antitrypsine | A1AT, AAT, α1-antitrypsine, α1-antitrypsin | g/L | 0.9–2.0 g/L; 0–8 |
beta2-microglobulin | Beta-2 microglobulin | Bêta-2 microglobuline | B2M, β2-microglobuline, β2-microglobulin, beta 2 microglobuline | g/L=1952-1 | 1–2.5 mg/L; 0–100 |
myoglobin | Myoglobin | Myoglobine | | g/L | 20–75 µg/L; 0–200000 |
troponin-i | Troponin I | Troponine I | TnI, cTnI, troponine Ic, TnIc, hs-TnI, troponine I us, troponine I ultrasensible, hs-cTnI, troponin I, high sensitivity troponin I | g/L | 0–40 ng/L; 0–2000000 |
troponin-t | Troponin T | Troponine T | TnT, cTnT, hs-TnT, troponine T us, troponine T ultrasensible, hs-cTnT, troponine T hs | g/L | 0–14 ng/L; 0–200000 |
bnp | B-type natriuretic peptide | Peptide natriurétique de type B | BNP, brain natriuretic peptide | g/L=30934-4, mol/L | 0–100 ng/L; 0–50000 | 3464
nt-probnp | NT-proBNP | NT-proBNP | NTproBNP, NT pro BNP, N-terminal pro-BNP, pro-BNP, proBNP | g/L=33762-6, mol/L | 0–125 ng/L; 0–500000 | 8457
homocysteine | Homocysteine | Homocystéine | homocystéinémie | mol/L=13965-9 | 5–15 µmol/L; 1–800 | 135.18
mma | Methylmalonic acid | Acide méthylmalonique | MMA | mol/L | 0.07–0.3 µmol/L; 0–2000 | 118.09
copper | Copper | Cuivre | Cu, cuprémie | mol/L, g/L=5631-9 | 11–24 µmol/L; 0.2–200 | 63.546
zinc | Zinc | Zinc | Zn | mol/L, g/L=5763-8 | 10–18 µmol/L; 0.5–200 | 65.38
selenium | Selenium | Sélénium | Se | mol/L, g/L | 0.8–1.6 µmol/L; 0.05–50 | 78.971
aluminium | Aluminium | Aluminium | aluminum | mol/L, g/L | 0–0.4 µmol/L; 0–100 | 26.982
lead | Lead | Plomb | plombémie, Pb | g/L=5671-3, mol/L | 0–50 µg/L; 0–10000 | 207.2
vitamin-a | Vitamin A | Vitamine A | rétinol, retinol | mol/L, g/L | 1–2.8 µmol/L; 0–50 | 286.45
vitamin-b1 | Vitamin B1 | Vitamine B1 | thiamine | mol/L | 66–200 nmol/L; 1–5000 |
vitamin-b6 | Vitamin B6 | Vitamine B6 | pyridoxal phosphate, PLP, pyridoxine | mol/L, g/L | 20–120 nmol/L; 1–20000 | 247.14
vitamin-b12 | Vitamin B12 | Vitamine B12 | cobalamin, cobalamine, B12, cobalamines, holotranscobalamine | mol/L=14685-2, g/L=2132-9 | 150–700 pmol/L; 10–100000 | 1355.37
folate | Folate | Folates | vitamine B9, vitamin B9, folic acid, acide folique, folates sériques, serum folate | mol/L=14732-2, g/L=2284-8 | 7–45 nmol/L; 0.5–500 | 441.40
folate-red-cell | Folate, red cell | Folates érythrocytaires | folates intra-érythrocytaires, red cell folate, RBC folate | mol/L, g/L | 400–1500 nmol/L; 20–10000 | 441.40
vitamin-c | Vitamin C | Vitamine C | ascorbic acid, acide ascorbique, ascorbate | mol/L, g/L | 25–85 µmol/L; 0–2000 | 176.12
vitamin-d | Vitamin D, 25-hydroxy | Vitamine D (25-OH) | 25-OH vitamin D, 25 OH vitamine D, 25(OH)D, 25-OH-D, vitamine D, vitamin D, 25-hydroxyvitamin D, 25-hydroxyvitamine D, calcidiol, 25OHD, vitamine D2+D3, 25OH vitamine D | mol/L, g/L | 50–150 nmol/L; 2–2500 | 400.64
vitamin-d-1-25 | Vitamin D, 1,25-dihydroxy | Vitamine D (1,25-OH) | calcitriol, 1,25(OH)2D, 1,25-dihydroxyvitamin D, 1-25 OH vitamine D, 1,25-dihydroxyvitamine D | mol/L, g/L | 45–160 pmol/L; 2–2000 | 416.64
vitamin-e | Vitamin E | Vitamine E | tocophérol, alpha-tocophérol, alpha-tocopherol | mol/L, g/L | 15–40 µmol/L; 0.5–300 | 430.71
vitamin-k | Vitamin K1 | Vitamine K1 | phylloquinone | mol/L, g/L | 0.2–2.2 nmol/L; 0–500 | 450.70
ethanol | Ethanol | Éthanol | alcoolémie, alcohol, alcool, blood alcohol, EtOH | g/L, mol/L | 0–0.1 g/L; 0–8 | 46.069
`;
