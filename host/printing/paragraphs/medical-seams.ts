/**
 * Where medical words are put together: general patterns divide "micro|angio|pathie" as "mi-croan-gio…" and "cardio|myo|pathy" as
 * "car-di-omy…". A word is taken apart only where both sides of a seam are known elements, so that "intraitable" stays whole.
 */

/** Elements that a word may begin or go on with. */
const FORMS: Readonly<Record<string, string>> = {
  fr: `adéno angio antéro anti artério arthro athéro auto broncho cardio cérébro cervico chimio cholé colo crânio cyto dermato
    dorso duodéno dys électro embryo encéphalo endo entéro érythro extra fibro gastro génito glomérulo glyco granulo gynéco hémato
    hémo hépato histo hydro hyper hypo iléo immuno infra inter intra ischio kérato laparo laryngo leuco lipo lympho macro médullo
    méningo méso méta micro mono morpho muco multi musculo myco myélo myo néo néphro neuro normo œso oligo onco ophtalmo oro ortho
    ostéo oto para patho péri phago pharmaco phlébo phospho photo phylo physio plasmo pleuro pneumo poly post pré pro pseudo psycho
    pyélo pyo radio recto rétro rhabdo rhéo rhino scléro séro spléno spondylo stomato sub supra sur thermo thio thoraco thrombo
    thyro tomo toxi trachéo trans tubulo uro utéro vaso veino ventriculo vésico viscéro`,
  en: `adeno angio antero anti arterio arthro athero auto broncho cardio cerebro cervico chemo chole colo cranio cyto dermato dorso
    duodeno dys electro embryo encephalo endo entero erythro extra fibro gastro genito glomerulo glyco granulo gynaeco haemato haemo
    hemato hemo hepato histo hydro hyper hypo ileo immuno infra inter intra ischio kerato laparo laryngo leuco leuko lipo lympho
    macro medullo meningo meso meta micro mono morpho muco multi musculo myco myelo myo neo nephro neuro normo oesophago oligo onco
    ophthalmo oro ortho osteo oto pan para patho peri phago pharmaco phospho photo physio plasma plasmo pleuro pneumo poly post pre
    pro pseudo psycho pyelo pyo radio recto retro rhabdo rheo rhino schisto sclero spleno spondylo stomato sub supra thermo thio
    thoraco thrombo thyro toxo tracheo trans tubulo uro utero vaso ventriculo vesico viscero`,
};

/** Elements that a word may end in, after one of the forms; what follows them is divided by the general patterns. */
const STEMS: Readonly<Record<string, string>> = {
  fr: `abdomin albumin algés algie algique amylas angi anticorp articul artér arthr auricul calcém cardi carcin centès coagul
    cyt derm dialys dialyt ectom embol encéphal endocri entér éosino esthés génèse génique glob gramm graph grav immun infect
    inflamm ischém lithi log lymph lys malac mégal myalg natrém nécro néphr opérat œdém œsophag opath ophtalm opsie oxém pathi
    pathol patho pén phag pharyng phérès phlébit phyl phosph plas plég pneumon protéin ptys réact rénal roïd sclér scop sept soma
    spasm splén sten sténos sulfat suppress thérap therm thorac thromb thyroïd tom ton tox trich tuss uricém urie vascul veineu
    ventricul`,
  en: `abdomin albumin algesi algia amylas angi antibod articul arter arthr auricul calcaem calcem cardi carcin centes coagul
    col cyst cyt derm dialy ectom embol encephal endocrin enter eosino genesis genic glob gram graph immun infect inflamm
    ischaem ischem lith log lymph lys malac megal myalg natraem natrem necro nephr operat oedem oesophag opath ophthalm opsy oxaem
    oxem path pen phag pharyng pheres phleb phyl phosph plas pleg pneumon protein ptysis react renal scler scop sept soma spasm
    splen stenos sulfat sulphat suppress therap therm thorac thorax thromb thyroid tom ton tox trich tuss uricaem uricem uria
    vascul venous ventricul`,
};

const listOf = (words: string | undefined) =>
  (words ?? '')
    .split(/\s+/)
    .filter(word => word !== '')
    // The longest first: "hypo" before "hyp".
    .sort((a, b) => b.length - a.length);

const forms = new Map(Object.entries(FORMS).map(([language, words]) => [language, listOf(words)]));
const stems = new Map(Object.entries(STEMS).map(([language, words]) => [language, listOf(words)]));

/** Shortest rest of a word that is still looked into. */
const LEAST = 3;

/** Positions between the elements of a word in small letters; none where it is not made of known ones. `language` has two letters. */
export function seamsOf(word: string, language: string): readonly number[] {
  const first = forms.get(language);
  const last = stems.get(language);
  if (!first || !last) return [];
  const seams: number[] = [];
  let at = 0;
  for (;;) {
    const rest = word.slice(at);
    const form = first.find(each => rest.startsWith(each) && rest.length >= each.length + LEAST);
    if (!form) break;
    const after = word.slice(at + form.length);
    const goesOn = [...last, ...first].some(each => after.startsWith(each));
    if (!goesOn) break;
    at += form.length;
    seams.push(at);
  }
  return seams;
}
