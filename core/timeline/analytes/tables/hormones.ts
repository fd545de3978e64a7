/**
 * Hormones, tumour markers, immunology and infection in serum or plasma; columns as {@link ../table.ts} says.
 * Insulin: 1 µIU/mL is 6.00 pmol/L (Knopp et al., J Diabetes Sci Technol 2019;13:597). Prolactin: 1 µg/L is 21.2 mIU/L
 * (WHO standard 84/500). ACTH, PTH(1–84) and C-peptide by their sequences (UniProt P01189, P01270, P01308).
 */
export const HORMONES = `
tsh | Thyrotropin | Thyréostimuline | TSH, TSH us, TSHus, thyréotropine, thyroid stimulating hormone, thyroid-stimulating hormone, TSH ultrasensible | [iU]/L=3016-3 | 0.4–4 m[iU]/L; 0–1500 |
t4-free | Thyroxine, free | T4 libre | FT4, T4L, fT4, free T4, thyroxine libre, free thyroxine, T4 free | mol/L=14920-3, g/L=3024-7 | 10–22 pmol/L; 0.5–200 | 776.87
t3-free | Triiodothyronine, free | T3 libre | FT3, T3L, free T3, triiodothyronine libre, T3 free, free triiodothyronine | mol/L=14928-6, g/L=3051-0 | 3–6.8 pmol/L; 0.3–100 | 650.97
t4 | Thyroxine | T4 totale | T4, total T4, thyroxine totale | mol/L, g/L | 60–150 nmol/L; 3–800 | 776.87
t3 | Triiodothyronine | T3 totale | T3, total T3 | mol/L, g/L | 1.2–2.8 nmol/L; 0.1–30 | 650.97
thyroglobulin | Thyroglobulin | Thyroglobuline | Tg | g/L | 1–50 µg/L; 0–100000 |
calcitonin | Calcitonin | Calcitonine | thyrocalcitonine, CT | g/L, mol/L | 0–10 ng/L; 0–1000000 | 3417.8
pth | Parathyroid hormone | Parathormone | PTH, PTH intacte, PTHi, intact PTH, iPTH, PTH 1-84, parathyrine | g/L=2731-8, mol/L | 15–65 ng/L; 0–10000 | 9425
pthrp | PTH-related peptide | PTHrp | PTH-rP, PTHrP, parathyroid hormone related peptide | mol/L, g/L | 0–1.5 pmol/L; 0–500 |
cortisol | Cortisol | Cortisol | cortisolémie, cortisol 8h, cortisol plasmatique, cortisol sanguin | mol/L=14675-3, g/L=2143-6 | 140–690 nmol/L; 1–10000 | 362.46
acth | Corticotropin | ACTH | corticotrophine, adrenocorticotropic hormone, adrénocorticotrophine | g/L=2141-0, mol/L | 10–60 ng/L; 0–20000 | 4541
aldosterone | Aldosterone | Aldostérone | aldostéronémie | mol/L, g/L | 50–600 pmol/L; 1–50000 | 360.44
renin | Renin | Rénine | rénine active, direct renin, rénine directe, active renin | [iU]/L, g/L | 4–45 m[iU]/L; 0–5000 |
dhea-s | Dehydroepiandrosterone sulfate | Sulfate de DHEA | DHEA-S, SDHEA, DHEAS, DHEA sulfate, S-DHEA | mol/L, g/L | 1–12 µmol/L; 0–200 | 368.49
androstenedione | Androstenedione | Androstènedione | delta-4-androstènedione, delta 4 androstènedione, D4 | mol/L, g/L | 1–8 nmol/L; 0–300 | 286.41
ohp17 | 17-Hydroxyprogesterone | 17-hydroxyprogestérone | 17-OHP, 17OHP, 17-OH-progestérone, 17 OH progestérone | mol/L, g/L | 0.5–9 nmol/L; 0–3000 | 330.46
testosterone | Testosterone | Testostérone | testostérone totale, total testosterone, testostéronémie | mol/L, g/L=2986-8 | 0.3–30 nmol/L; 0–300 | 288.42
testosterone-free | Testosterone, free | Testostérone libre | free testosterone, testostérone biodisponible | mol/L, g/L | 5–600 pmol/L; 0–10000 | 288.42
shbg | Sex hormone-binding globulin | SHBG | TeBG, sex hormone binding globulin | mol/L | 15–120 nmol/L; 1–1000 |
estradiol | Estradiol | Estradiol | E2, œstradiol, oestradiol, estradiol 17 bêta | mol/L, g/L=2243-4 | 40–1500 pmol/L; 0–100000 | 272.38
progesterone | Progesterone | Progestérone | | mol/L, g/L=2839-9 | 0.3–80 nmol/L; 0–3000 | 314.46
fsh | Follitropin | FSH | follicle stimulating hormone, follicle-stimulating hormone, hormone folliculo-stimulante | [iU]/L=15067-2 | 1–20 [iU]/L; 0–500 |
lh | Lutropin | LH | luteinizing hormone, luteinising hormone, hormone lutéinisante | [iU]/L=10501-5 | 1–20 [iU]/L; 0–500 |
prolactin | Prolactin | Prolactine | PRL, prolactinémie | g/L=2842-3, [iU]/L | 3–25 µg/L; 0–100000 |
hcg | Chorionic gonadotropin | hCG | HCG, bêta-hCG, beta-hCG, βHCG, β-hCG, BHCG, bHCG, hCG totale, hCG beta | [iU]/L | 0–5 [iU]/L; 0–10000000 |
amh | Anti-Müllerian hormone | Hormone anti-müllérienne | AMH | g/L, mol/L | 0.5–8 µg/L; 0–2000 |
gh | Growth hormone | Hormone de croissance | GH, somatotropine, somatotropin, hGH | g/L, [iU]/L | 0–5 µg/L; 0–2000 |
igf1 | Insulin-like growth factor 1 | IGF-1 | IGF1, IGF-I, somatomédine C, somatomedin C | g/L, mol/L | 60–350 µg/L; 3–3000 | 7649
insulin | Insulin | Insuline | insulinémie | [iU]/L=20448-7, mol/L, g/L | 2–25 m[iU]/L; 0–20000 | 5807.6
c-peptide | C-peptide | Peptide C | peptide-C | mol/L, g/L=1986-9 | 0.3–1.3 nmol/L; 0–30 | 3020.3
gastrin | Gastrin | Gastrine | gastrinémie | g/L, mol/L | 0–100 ng/L; 0–500000 |
glucagon | Glucagon | Glucagon | | g/L, mol/L | 25–150 ng/L; 0–100000 | 3482.8
chromogranin-a | Chromogranin A | Chromogranine A | CgA | g/L, mol/L | 0–100 µg/L; 0–1000000 |
serotonin | Serotonin | Sérotonine | | mol/L, g/L | 0.1–2 µmol/L; 0–100 | 176.22
metanephrine | Metanephrine | Métanéphrine | métanéphrines plasmatiques, plasma metanephrine | mol/L, g/L | 0.1–0.5 nmol/L; 0–1000 | 197.23
normetanephrine | Normetanephrine | Normétanéphrine | normétanéphrines plasmatiques, plasma normetanephrine | mol/L, g/L | 0.1–1.1 nmol/L; 0–2000 | 183.20
adrenaline | Adrenaline | Adrénaline | epinephrine, épinéphrine | mol/L, g/L | 0.05–0.5 nmol/L; 0–3000 | 183.20
noradrenaline | Noradrenaline | Noradrénaline | norepinephrine, norépinéphrine | mol/L, g/L | 0.5–4 nmol/L; 0–5000 | 169.18
erythropoietin | Erythropoietin | Érythropoïétine | EPO | [iU]/L | 4–25 [iU]/L; 0–50000 |
osteocalcin | Osteocalcin | Ostéocalcine | | g/L | 10–45 µg/L; 0–1000 |
ctx | C-terminal telopeptide | Télopeptide C-terminal | CTX, crosslaps, CTX sérique, beta-crosslaps | g/L | 0.1–0.6 µg/L; 0–10 |
psa | Prostate-specific antigen | Antigène prostatique spécifique | PSA, PSA total, PSA totale, total PSA | g/L=2857-1 | 0–4 µg/L; 0–50000 |
psa-free | Prostate-specific antigen, free | PSA libre | free PSA, PSA free | g/L | 0–1 µg/L; 0–5000 |
cea | Carcinoembryonic antigen | Antigène carcino-embryonnaire | CEA, fr:ACE, ACE (antigène carcino-embryonnaire), antigène carcinoembryonnaire | g/L=2039-6 | 0–5 µg/L; 0–1000000 |
afp | Alpha-fetoprotein | Alpha-fœtoprotéine | AFP, alpha-foetoprotéine, α-fœtoprotéine, alfa-fetoprotein, alphafoetoprotéine, alpha fetoprotein | g/L=1834-1, [iU]/L | 0–10 µg/L; 0–10000000 |
ca-19-9 | CA 19-9 | CA 19-9 | CA19-9, CA 19.9, CA199 | [iU]/L=24108-3 | 0–37 k[iU]/L; 0–10000000 |
ca-125 | CA 125 | CA 125 | CA125, CA-125 | [iU]/L=10334-1 | 0–35 k[iU]/L; 0–1000000 |
ca-15-3 | CA 15-3 | CA 15-3 | CA15-3, CA 15.3, CA153 | [iU]/L=6875-9 | 0–30 k[iU]/L; 0–1000000 |
ca-72-4 | CA 72-4 | CA 72-4 | CA72-4, CA 72.4 | [iU]/L | 0–7 k[iU]/L; 0–1000000 |
he4 | HE4 | HE4 | human epididymis protein 4 | mol/L | 0–70 pmol/L; 0–100000 |
nse | Neuron-specific enolase | Énolase neurospécifique | NSE, énolase neuro-spécifique | g/L | 0–16 µg/L; 0–100000 |
cyfra | CYFRA 21-1 | CYFRA 21-1 | cyfra21-1, cyfra | g/L | 0–3.5 µg/L; 0–10000 |
scc | Squamous cell carcinoma antigen | Antigène SCC | SCC, SCCA | g/L | 0–2 µg/L; 0–10000 |
s100 | S100 protein | Protéine S100 | S100, S100B, PS100B, S-100 | g/L | 0–0.1 µg/L; 0–1000 |
igg | Immunoglobulin G | Immunoglobulines G | IgG | g/L=2465-3 | 7–16 g/L; 0–150 |
iga | Immunoglobulin A | Immunoglobulines A | IgA | g/L=2458-8 | 0.7–4 g/L; 0–150 |
igm | Immunoglobulin M | Immunoglobulines M | IgM | g/L=2472-9 | 0.4–2.3 g/L; 0–150 |
ige | Immunoglobulin E | Immunoglobulines E | IgE, IgE totales, total IgE | [iU]/L=19113-0 | 0–150 k[iU]/L; 0–200000 |
igg4 | Immunoglobulin G4 | Immunoglobulines G4 | IgG4 | g/L | 0.05–1.4 g/L; 0–50 |
kappa-free | Kappa free light chains | Chaînes légères libres kappa | kappa libres, free kappa, CLL kappa, kappa free light chain, chaînes légères kappa libres | g/L | 3–19 mg/L; 0–100000 |
lambda-free | Lambda free light chains | Chaînes légères libres lambda | lambda libres, free lambda, CLL lambda, lambda free light chain, chaînes légères lambda libres | g/L | 5–26 mg/L; 0–100000 |
kappa-lambda-ratio | Kappa/lambda ratio | Rapport kappa/lambda | kappa/lambda, ratio kappa/lambda, rapport kappa lambda | 1 | 0.26–1.65 {ratio}; 0–100000 |
monoclonal-protein | Monoclonal protein | Composant monoclonal | M protein, pic monoclonal, M-spike, paraprotein, immunoglobuline monoclonale | g/L | 0–0 g/L; 0–150 |
c3 | Complement C3 | Complément C3 | C3, fraction C3 | g/L=4485-9 | 0.75–1.6 g/L; 0–5 |
c4 | Complement C4 | Complément C4 | C4, fraction C4 | g/L=4498-2 | 0.1–0.4 g/L; 0–3 |
ch50 | Complement, haemolytic activity | Complément hémolytique total | CH50, CH 50 | 1, [iU]/L | 70–130 %; 0–400 |
c1-inhibitor | C1 inhibitor | C1 inhibiteur | C1-INH, C1 estérase inhibiteur, C1INH, inhibiteur de la C1 estérase | g/L, 1 | 0.2–0.4 g/L; 0–3 |
c1q | Complement C1q | Complément C1q | C1q | g/L | 0.1–0.25 g/L; 0–3 |
ana | Antinuclear antibodies | Anticorps antinucléaires | ANA, AAN, FAN, anticorps anti-nucléaires, facteurs antinucléaires, anti-nucléaires | 1 | 0–160 {titer}; 0–1000000 |
anti-dsdna | Anti-dsDNA antibodies | Anticorps anti-ADN natif | anti-dsDNA, anti-ADN, anti-ADN natif, anti-DNA, dsDNA, anti-ADN natifs | [iU]/L | 0–20 k[iU]/L; 0–100000 |
anti-sm | Anti-Sm antibodies | Anticorps anti-Sm | anti-Sm | [iU]/L, 1 | |
anti-ssa | Anti-SSA antibodies | Anticorps anti-SSA | anti-SSA, anti-Ro, SSA, anti-SSA (Ro), anti-Ro/SSA | [iU]/L, 1 | |
anti-ssb | Anti-SSB antibodies | Anticorps anti-SSB | anti-SSB, anti-La, SSB, anti-La/SSB | [iU]/L, 1 | |
anti-rnp | Anti-RNP antibodies | Anticorps anti-RNP | anti-RNP, U1-RNP, anti-U1RNP | [iU]/L, 1 | |
anti-scl70 | Anti-Scl-70 antibodies | Anticorps anti-Scl-70 | anti-Scl70, Scl-70, anti-topoisomérase I, anti-topoisomerase I | [iU]/L, 1 | |
anti-centromere | Anticentromere antibodies | Anticorps anti-centromères | anti-centromère, anticentromere, ACA | [iU]/L, 1 | |
anti-jo1 | Anti-Jo-1 antibodies | Anticorps anti-Jo1 | anti-Jo1, Jo-1 | [iU]/L, 1 | |
anca | Antineutrophil cytoplasmic antibodies | Anticorps anti-cytoplasme des polynucléaires neutrophiles | ANCA, anti-cytoplasme des polynucléaires, c-ANCA, p-ANCA, ANCA (titre) | 1 | 0–20 {titer}; 0–100000 |
anti-pr3 | Anti-PR3 antibodies | Anticorps anti-PR3 | anti-PR3, PR3, PR3-ANCA, ANCA anti-PR3, anti-protéinase 3 | [iU]/L | 0–5 k[iU]/L; 0–100000 |
anti-mpo | Anti-MPO antibodies | Anticorps anti-MPO | anti-MPO, MPO, MPO-ANCA, ANCA anti-MPO, anti-myéloperoxydase | [iU]/L | 0–5 k[iU]/L; 0–100000 |
anti-gbm | Anti-GBM antibodies | Anticorps anti-MBG | anti-GBM, anti-MBG, anti-membrane basale glomérulaire | [iU]/L | 0–20 k[iU]/L; 0–100000 |
anti-ccp | Anti-CCP antibodies | Anticorps anti-CCP | anti-CCP, ACPA, CCP, anti-peptides citrullinés, anti-citrullinated peptide | [iU]/L | 0–20 k[iU]/L; 0–100000 |
rheumatoid-factor | Rheumatoid factor | Facteur rhumatoïde | RF, FR, latex, facteur rhumatoide | [iU]/L=11572-5 | 0–20 k[iU]/L; 0–100000 |
anti-tpo | Anti-TPO antibodies | Anticorps anti-TPO | anti-TPO, TPO antibodies, Ac anti-TPO, anti-thyroperoxydase, ATPO | [iU]/L | 0–35 k[iU]/L; 0–1000000 |
anti-tg | Anti-thyroglobulin antibodies | Anticorps anti-thyroglobuline | anti-Tg, anti-thyroglobuline, Ac anti-thyroglobuline | [iU]/L | 0–115 k[iU]/L; 0–1000000 |
trab | TSH receptor antibodies | Anticorps anti-récepteur de la TSH | TRAb, TRAK, anti-récepteurs TSH, TSI | [iU]/L | 0–1.75 [iU]/L; 0–5000 |
anticardiolipin-igg | Anticardiolipin IgG | Anticorps anti-cardiolipine IgG | aCL IgG, anticardiolipine IgG, anti-cardiolipines IgG, ACL IgG | [GPL'U]/L, [iU]/L | 0–20000 [GPL'U]/L; 0–10000000 |
anticardiolipin-igm | Anticardiolipin IgM | Anticorps anti-cardiolipine IgM | aCL IgM, anticardiolipine IgM, anti-cardiolipines IgM, ACL IgM | [MPL'U]/L, [iU]/L | 0–20000 [MPL'U]/L; 0–10000000 |
anti-b2gp1 | Anti-β2-glycoprotein I antibodies | Anticorps anti-β2-glycoprotéine I | anti-beta2GP1, anti-B2GP1, anti-β2GP1, anti-β2GPI, aβ2GPI | [iU]/L | |
anti-ttg | Anti-transglutaminase IgA | Anticorps anti-transglutaminase IgA | anti-tTG, tTG-IgA, anti-transglutaminase, IgA anti-transglutaminase | [iU]/L | 0–10 k[iU]/L; 0–100000 |
anti-smooth-muscle | Anti-smooth muscle antibodies | Anticorps anti-muscle lisse | ASMA, anti-muscle lisse, SMA, anti-muscles lisses | 1 | 0–40 {titer}; 0–1000000 |
anti-mitochondrial | Antimitochondrial antibodies | Anticorps anti-mitochondries | AMA, anti-mitochondries, anti-M2 | 1, [iU]/L | 0–40 {titer}; 0–1000000 |
achr | Acetylcholine receptor antibodies | Anticorps anti-récepteurs de l'acétylcholine | AChR, anti-RAch, anti-AChR, anti-récepteur de l'acétylcholine | mol/L | 0–0.5 nmol/L; 0–10000 |
cryoglobulin | Cryoglobulins | Cryoglobulinémie | cryoglobuline, cryoglobulines | g/L | 0–0 g/L; 0–50 |
il6 | Interleukin-6 | Interleukine 6 | IL-6, IL6 | g/L=26881-3 | 0–7 ng/L; 0–1000000 |
il2r | Interleukin-2 receptor, soluble | Récepteur soluble de l'IL-2 | sIL-2R, CD25 soluble, soluble CD25, sCD25 | [iU]/L, g/L | 200–900 k[iU]/L; 0–1000000 |
tryptase | Tryptase | Tryptase | | g/L | 1–11 µg/L; 0–5000 |
calprotectin-serum | Calprotectin, serum | Calprotectine sérique | | g/L | 0–3 mg/L; 0–1000 |
aso | Antistreptolysin O | Antistreptolysine O | ASO, ASLO, antistreptolysines | [iU]/L | 0–200 k[iU]/L; 0–100000 |
hiv-load | HIV viral load | Charge virale VIH | charge virale VIH, HIV RNA, VIH ARN, HIV-1 RNA | /L, [iU]/L | |
hbv-load | HBV DNA | ADN du VHB | HBV DNA, charge virale VHB, ADN VHB, HBV viral load | [iU]/L, /L | |
hcv-load | HCV RNA | ARN du VHC | HCV RNA, charge virale VHC, ARN VHC, HCV viral load | [iU]/L, /L | |
cmv-load | CMV DNA | ADN du CMV | CMV DNA, charge virale CMV, PCR CMV, CMV PCR, CMV viral load | [iU]/L, /L | |
ebv-load | EBV DNA | ADN de l'EBV | EBV DNA, charge virale EBV, PCR EBV, EBV PCR, EBV viral load | [iU]/L, /L | |
hbs-antigen | Hepatitis B surface antigen | Antigène HBs | HBsAg, Ag HBs, antigène HBs, HBs Ag | [iU]/L, 1 | |
hbs-antibody | Hepatitis B surface antibody | Anticorps anti-HBs | anti-HBs, HBsAb, Ac anti-HBs, Ac HBs | [iU]/L | |
hbc-antibody | Hepatitis B core antibody | Anticorps anti-HBc | anti-HBc, HBcAb, Ac anti-HBc, Ac HBc | 1 | |
hcv-antibody | Hepatitis C antibody | Anticorps anti-VHC | anti-HCV, anti-VHC, HCV Ab, sérologie VHC, Ac anti-VHC | 1 | |
hiv-antibody | HIV antibody and antigen | Sérologie VIH | HIV Ag/Ab, sérologie VIH, HIV Ab, anti-VIH, HIV | 1 | |
`;
