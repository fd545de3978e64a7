/** References as authors print them, with what each says. What is empty is not printed, or not to be told from it. */
export interface Printed {
  readonly kind: string;
  readonly text: string;
  /** Family names or bodies, in their order. */
  readonly authors: string;
  readonly year: string;
  readonly title: string;
  readonly container: string;
  readonly volume: string;
  readonly pages: string;
}

const LINES = `
article|Dupont A, Martin B. Calciphylaxie non urémique : à propos d’un cas. Rev Med Interne 2019;40(3):145-50.|Dupont; Martin|2019|Calciphylaxie non urémique : à propos d’un cas|Rev Med Interne|40|145-50
article|1- Dupont A., Martin B., et coll. La maladie de Whipple. Presse Med. 2013 ; 42 : 1223-30.|Dupont; Martin|2013|La maladie de Whipple|Presse Med|42|1223-30
article|12. DUPONT A, LE GALL Y, DE LA TOUR M. Amylose AL : du diagnostic au traitement. La Revue de Médecine Interne, 2018, 39 (9), 710-717.|DUPONT; LE GALL; DE LA TOUR|2018|Amylose AL : du diagnostic au traitement|La Revue de Médecine Interne|39|710-717
article|Nigwekar SU, Thadhani R, Brandenburg VM. Calciphylaxis. N Engl J Med. 2018 May 3;378(18):1704-1714. doi: 10.1056/NEJMra1505292. PMID: 29719190.|Nigwekar; Thadhani; Brandenburg|2018|Calciphylaxis|N Engl J Med|378|1704-1714
article|Nigwekar SU, Thadhani R, Brandenburg VM (2018) Calciphylaxis. N Engl J Med 378:1704–1714|Nigwekar; Thadhani; Brandenburg|2018|Calciphylaxis|N Engl J Med|378|1704-1714
article|[4] S. U. Nigwekar, R. Thadhani, and V. M. Brandenburg, “Calciphylaxis,” N. Engl. J. Med., vol. 378, no. 18, pp. 1704–1714, 2018.|Nigwekar; Thadhani; Brandenburg|2018|Calciphylaxis|N. Engl. J. Med|378|1704-1714
article|Dupont A. et Martin B. (2019). Calciphylaxie : revue de la littérature. Néphrologie & Thérapeutique, 15(2), 77-85.|Dupont; Martin|2019|Calciphylaxie : revue de la littérature|Néphrologie & Thérapeutique|15|77-85
article|Levey AS, et al. A new equation to estimate glomerular filtration rate. Ann Intern Med 2009; 150: 604–12.|Levey|2009|A new equation to estimate glomerular filtration rate|Ann Intern Med|150|604-12
article|Riley DS, Barber MS, Kienle GS, et al. CARE guidelines for case reports: explanation and elaboration document. J Clin Epidemiol. 2017;89:218-235.|Riley; Barber; Kienle|2017|CARE guidelines for case reports: explanation and elaboration document|J Clin Epidemiol|89|218-235
article|KDIGO 2021 Glomerular Diseases Work Group. KDIGO 2021 clinical practice guideline for the management of glomerular diseases. Kidney Int. 2021;100(4S):S1-S276.|KDIGO 2021 Glomerular Diseases Work Group|2021|KDIGO 2021 clinical practice guideline for the management of glomerular diseases|Kidney Int|100|S1-S276
article|Marchand E., Roy L., “Une cause rare de fièvre”, Ann. Med. Interne, t. 152, n° 3, 2001, p. 201-204.|Marchand; Roy|2001|Une cause rare de fièvre|Ann. Med. Interne|152|201-204
chapter|Hachulla E, Launay D. Sclérodermie systémique. In: Guillevin L, Meyer O, Hatron PY, editors. Traité des maladies et syndromes systémiques. 6e éd. Paris: Lavoisier; 2015. p. 530-71.|Hachulla; Launay|2015|Sclérodermie systémique|Traité des maladies et syndromes systémiques||530-71
chapter|Hachulla E, Launay D. Sclérodermie systémique. In : Guillevin L, Meyer O (eds). Traité des maladies et syndromes systémiques, 6e édition. Paris : Lavoisier, 2015 : 530-571.|Hachulla; Launay|2015|Sclérodermie systémique|Traité des maladies et syndromes systémiques||530-571
chapter|Falk RH, Dubrey SW. Amyloid heart disease. In: Libby P, ed. Braunwald’s Heart Disease. 12th ed. Elsevier; 2021:1044-1062.|Falk; Dubrey|2021|Amyloid heart disease|Braunwald’s Heart Disease||1044-1062
chapter|Godeau B. Purpura thrombopénique immunologique. Dans: Godeau P, Herson S, Piette JC, directeurs. Traité de médecine. 4e éd. Paris: Flammarion; 2004. p. 1092-6.|Godeau|2004|Purpura thrombopénique immunologique|Traité de médecine||1092-6
chapter|Longo, D. L. (2018). Anemia and polycythemia. In J. L. Jameson, A. S. Fauci, & D. L. Kasper (Eds.), Harrison’s principles of internal medicine (20th ed., pp. 386–393). McGraw-Hill.|Longo|2018|Anemia and polycythemia|Harrison’s principles of internal medicine||386-393
book|Daudon M, Traxer O, Lechevallier E. La lithogenèse. 2e éd. Paris : Lavoisier ; 2012.|Daudon; Traxer; Lechevallier|2012|La lithogenèse|||
book|Collège universitaire des enseignants de néphrologie. Néphrologie. 9e édition. Paris : Ellipses, 2020, 416 p.|Collège universitaire des enseignants de néphrologie|2020|Néphrologie|||
book|Altman DG. Practical Statistics for Medical Research. London: Chapman & Hall/CRC; 1991.|Altman|1991|Practical Statistics for Medical Research|||
book|CANGUILHEM Georges, Le normal et le pathologique, Paris, Presses universitaires de France, 1966, 224 p.|CANGUILHEM|1966|Le normal et le pathologique|||
book|Kumar V, Abbas AK, Aster JC. Robbins and Cotran Pathologic Basis of Disease. 10th ed. Elsevier; 2020.|Kumar; Abbas; Aster|2020|Robbins and Cotran Pathologic Basis of Disease|||
thesis|Durand C. Calciphylaxie non urémique : étude rétrospective de 24 observations. Thèse de doctorat en médecine. Lille : Université de Lille ; 2019.|Durand|2019|Calciphylaxie non urémique : étude rétrospective de 24 observations|||
thesis|Durand C. Calciphylaxie non urémique. [Thèse : Médecine]. Lille 2 ; 2019. 112 p.|Durand|2019|Calciphylaxie non urémique|||
thesis|DURAND Claire. Calciphylaxie non urémique. Th : Méd : Lille : 2019 ; 112.|DURAND|2019|Calciphylaxie non urémique|||
thesis|Borkowski MM. Infant sleep and feeding: a telephone survey of Hispanic Americans [dissertation]. Mount Pleasant (MI): Central Michigan University; 2002.|Borkowski|2002|Infant sleep and feeding: a telephone survey of Hispanic Americans|||
thesis|Okonkwo C. Outcomes of thrombotic microangiopathy in West Africa. PhD thesis, University of Ibadan, 2014.|Okonkwo|2014|Outcomes of thrombotic microangiopathy in West Africa|||
guideline|HAS. Prise en charge de l’hypertension artérielle de l’adulte. Recommandation de bonne pratique. Saint-Denis La Plaine : HAS ; septembre 2016.|HAS|2016|Prise en charge de l’hypertension artérielle de l’adulte|||
guideline|Haute Autorité de Santé (HAS). Lupus systémique. Protocole national de diagnostic et de soins. Janvier 2017. Disponible sur : https://www.has-sante.fr/jcms/c_2751894|Haute Autorité de Santé (HAS)|2017|Lupus systémique|||
guideline|World Health Organization. WHO guidelines for malaria, 16 October 2023. Geneva: World Health Organization; 2023.|World Health Organization|2023|WHO guidelines for malaria|||
guideline|NICE. Chronic kidney disease: assessment and management. NICE guideline NG203. 2021. https://www.nice.org.uk/guidance/ng203|NICE|2021|Chronic kidney disease: assessment and management|||
report|Agence de la biomédecine. Rapport annuel REIN 2021. Saint-Denis : Agence de la biomédecine ; 2023.|Agence de la biomédecine|2023|Rapport annuel REIN 2021|||
report|Cour des comptes. L’insuffisance rénale chronique terminale : une prise en charge à réformer. Rapport public. Paris ; février 2020.|Cour des comptes|2020|L’insuffisance rénale chronique terminale : une prise en charge à réformer|||
report|Page E, Harney JM. Health hazard evaluation report. Cincinnati (OH): National Institute for Occupational Safety and Health (US); 2001 Feb. Report No.: HETA2000-0139-2824.|Page; Harney|2001|Health hazard evaluation report|||
web page|Orphanet. Maladie de Whipple [Internet]. 2020 [cité 1 juin 2021]. Disponible sur: https://www.orpha.net/fr/disease/detail/3452|Orphanet|2020|Maladie de Whipple|||
web page|Institut national du cancer. Cancer du sein. e-cancer.fr. 2023. https://www.e-cancer.fr/cancer-du-sein (consulté le 3 mai 2024).|Institut national du cancer|2023|Cancer du sein|e-cancer.fr||
web page|Centers for Disease Control and Prevention. About sickle cell disease. Updated May 15, 2024. Accessed September 2, 2024. https://www.cdc.gov/sickle-cell/about/index.html|Centers for Disease Control and Prevention|2024|About sickle cell disease|||
web page|Ameli. Comprendre l’insuffisance rénale chronique. Site de l’Assurance Maladie, 2024. Consulté le 18 mars 2024.|Ameli|2024|Comprendre l’insuffisance rénale chronique|Site de l’Assurance Maladie||
web page|Centers for Disease Control and Prevention. 2024. “About Sickle Cell Disease.” CDC. May 15, 2024. https://www.cdc.gov/sickle-cell/about/index.html.|Centers for Disease Control and Prevention|2024|About Sickle Cell Disease|CDC||
web page|Orphanet. « Maladie de Whipple ». Orphanet, février 2020, https://www.orpha.net/fr/disease/detail/3452.|Orphanet|2020|Maladie de Whipple|Orphanet||
web page|Santé publique France. Rougeole. Santé publique France. 2 mai 2024. Consulté le juin 7, 2024. https://www.santepubliquefrance.fr/maladies/rougeole|Santé publique France|2024|Rougeole|Santé publique France||
web page|U.S. Food and Drug Administration. FDA. 2022 [cited 2023 Oct 10]. Drug Safety and Availability. Available from: https://www.fda.gov/drugs/drug-safety-and-availability|U.S. Food and Drug Administration|2022|Drug Safety and Availability|FDA||
web page|MAYO CLINIC STAFF. Calciphylaxis. In Mayo Clinic [online]. 2022 [cit. 12.01.2023]. Available at: https://www.mayoclinic.org/calciphylaxis|MAYO CLINIC STAFF|2022|Calciphylaxis|Mayo Clinic||
web page|Larousse (2019) Définition : calciphylaxie, Larousse médical. Disponible sur: https://www.larousse.fr/encyclopedie/medical (Consulté le: 5 janvier 2020).|Larousse|2019|Définition : calciphylaxie|Larousse médical||
abstract|Palladini G, Merlini G. Daratumumab for systemic AL amyloidosis [abstract]. Blood. 2021;138(Suppl 1):159.|Palladini; Merlini|2021|Daratumumab for systemic AL amyloidosis|Blood|138|159
abstract|Vigneron C, Bernard S. Une cause rare de fièvre prolongée. Rev Med Interne 2020;41(Suppl 1):A112-3.|Vigneron; Bernard|2020|Une cause rare de fièvre prolongée|Rev Med Interne|41|A112-3
conference|He K, Zhang X, Ren S. Deep residual learning for image recognition. In: Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition; 2016 Jun 27-30; Las Vegas. IEEE; 2016. p. 770-8.|He; Zhang; Ren|2016|Deep residual learning for image recognition|Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition||770-8
preprint|Jones TC, Mühlemann B, Veith T, et al. An analysis of SARS-CoV-2 viral load by patient age. medRxiv 2020.06.08.20125484 [Preprint]. 2020.|Jones; Mühlemann; Veith|2020|An analysis of SARS-CoV-2 viral load by patient age|medRxiv||
preprint|Jones TC, Mühlemann B. An analysis of SARS-CoV-2 viral load by patient age. Preprint. Posted online June 9, 2020. medRxiv. doi:10.1101/2020.06.08.20125484|Jones; Mühlemann|2020|An analysis of SARS-CoV-2 viral load by patient age|medRxiv||
preprint|Vaswani A, Shazeer N, Parmar N. Attention is all you need. arXiv:1706.03762, 2017.|Vaswani; Shazeer; Parmar|2017|Attention is all you need|arXiv||
software|R Core Team. R: a language and environment for statistical computing. R Foundation for Statistical Computing, Vienna, Austria; 2023. https://www.R-project.org/|R Core Team|2023|R: a language and environment for statistical computing|||
software|R Core Team (2023). R: A Language and Environment for Statistical Computing. R Foundation for Statistical Computing, Vienna, Austria. <https://www.R-project.org/>.|R Core Team|2023|R: A Language and Environment for Statistical Computing|||
software|StataCorp. 2021. Stata Statistical Software: Release 17. College Station, TX: StataCorp LLC.|StataCorp|2021|Stata Statistical Software: Release 17|||
software|Therneau T (2023). A Package for Survival Analysis in R. R package version 3.5-7, https://CRAN.R-project.org/package=survival.|Therneau|2023|A Package for Survival Analysis in R|||
drug label|ANSM. Résumé des caractéristiques du produit : Coumadine 2 mg, comprimé sécable. Mis à jour le 3 novembre 2022. Disponible sur : https://base-donnees-publique.medicaments.gouv.fr/affichageDoc.php?specid=62837723|ANSM|2022|Résumé des caractéristiques du produit : Coumadine 2 mg, comprimé sécable|||
drug label|Soliris (eculizumab) [prescribing information]. Boston, MA: Alexion Pharmaceuticals, Inc; 2020.||2020|Soliris (eculizumab)|||
drug label|European Medicines Agency. Soliris: EPAR – Product Information [Internet]. Amsterdam: EMA; 2023 [cited 2024 Feb 1]. Available from: https://www.ema.europa.eu/en/medicines/human/EPAR/soliris|European Medicines Agency|2023|Soliris: EPAR - Product Information|||
`;

export const PRINTED: readonly Printed[] = LINES.trim()
  .split('\n')
  .map(line => {
    const [kind = '', text = '', authors = '', year = '', title = '', container = '', volume = '', pages = ''] =
      line.split('|');
    return { kind, text, authors, year, title, container, volume, pages };
  });
