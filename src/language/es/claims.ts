import type { claims as english } from "../en/claims.ts";

/** Words of `frontera claims`. */
export const claims: { readonly [K in keyof typeof english]: string } = {
  // La página.
  red: "semáforo en rojo, no cite {{ids}}: las muestras equivalen a {{size}}, mínimo {{needed}}; escriba por ejemplo --draws 4000",
  title: "Afirmaciones de una nota periodística del 5 de octubre de 2023",
  claimed: "afirmación",
  verdict: "veredicto",
  numbers: "cifras",
  number: "qué",
  value: "valor",
  interval: "90 % entre",
  unit: "unidad",
  between: "{{from}} y {{to}}",
  unitPerson: "persona",
  unitDeath: "muerte",
  unitEncounter: "encuentro",
  unitJob: "empleo",
  unitAsk: "petición",
  unitLever: "tipo de medida",
  needed: "lo que haría falta",
  chain: "cadena de citas",
  notToWrite: "lo que no debe escribirse",
  rules: "reglas: docs/guide/verdicts.md",
  gradeOf: "grado de la evidencia",
  gradeA: "A, contado o estimado con datos de esta cantidad y este entorno",
  gradeB: "B, bibliografía de otros lugares",
  gradeC: "C, supuesto",
  stepStudy: "estudio",
  stepPress: "prensa",
  stepReport: "nota",
  supported: "se sostiene",
  supportedWithCaveat: "se sostiene con una salvedad",
  notSupported: "no se sostiene",
  cannotBeTold: "no se puede saber con esta evidencia",

  // C1
  c1Claim: "Los cárteles “emplean” a entre {{low}} y {{high}} personas en México.",
  c1Supported: "Las simulaciones coinciden con {{low}} a {{high}} integrantes en 2022",
  c1Caveat: "De {{low}} a {{high}} integrantes es probable, con supuestos sin verificar",
  c1Against: "Las simulaciones contradicen de {{low}} a {{high}} integrantes en 2022",
  c1Open: "No se puede saber si hay de {{low}} a {{high}} integrantes",
  c1Sentence:
    "El intervalo de {{low}} a {{high}} tiene una probabilidad de {{atStudy}} % en el 2022 del propio estudio y de {{atEnd}} % al cierre de 2022, cuando la mediana es de {{median}} integrantes y 90 % de las simulaciones queda entre {{from}} y {{to}}; {{assumed}} % de la dispersión proviene de supuestos.",
  c1NotToWrite:
    "No escriba que los cárteles “emplean” a 175,000 personas como si alguien las hubiera contado, ni que otras estimaciones lo confirman. Un modelo, con un conjunto de supuestos, da de {{low}} a {{high}} integrantes para 2022; hay quienes fueron reclutados por la fuerza o siendo menores de edad.",
  c1Study:
    "un modelo de 150 grupos ajustado a homicidios y personas reportadas como desaparecidas da de {{low}} a {{high}} integrantes hacia 2022",
  c1Press: "{{central}} personas, el quinto empleador del país",
  c1Report: "los cárteles “emplean” a entre {{low}} y {{high}} personas",
  membersAtEnd: "integrantes al cierre de 2022 (31 de diciembre de 2022)",
  membersAtStudy: "integrantes en el 2022 del propio estudio (semana 520, 19 de diciembre de 2021)",
  membersBefore: "integrantes al cierre de 2022, antes de considerar homicidios y personas desaparecidas",
  inRangeAtEnd: "probabilidad de {{low}} a {{high}} al cierre de 2022",
  inRangeAtStudy: "probabilidad de {{low}} a {{high}} en el 2022 del propio estudio",
  drawsWorth: "simulaciones de igual peso a las que equivalen {{draws}} simulaciones",
  spreadByGrade: "proporción de la dispersión que proviene de evidencia de grado {{grade}}",
  spreadKept: "dispersión que dejan las series (1: nada aprendido): {{name}}",
  published: "estudio publicado, cifra central e intervalo",
  rivalDea:
    "otra cifra: agencia antidrogas de Estados Unidos (DEA), julio de 2023, dos grupos, en todo el mundo, con asociados y facilitadores",
  rivalGuerrero: "otra cifra: E. Guerrero, agosto de 2023, dos grupos y sus aliados en México, límite superior",
  rivalDefense: "otra cifra: funcionario de defensa de Estados Unidos, 2009, tropa de los dos grupos mayores",
  rivalSedena:
    "otra cifra: secretario de la Defensa Nacional, 2008, todas las personas que viven del narcotráfico, con quienes siembran",
  rivalChew: "otra cifra: M. Chew Sánchez, 2014, trabajo directo en el narcotráfico",
  rivalCalva: "otra cifra: J. L. Calva, 2011, empleos directos del narcotráfico",

  // C2
  c2Claim:
    "Eso hace de los cárteles uno de los mayores empleadores de México, solo detrás de FEMSA, Walmart, Manpower y América Móvil.",
  c2Supported: "Los cárteles serían quintos entre los empleadores privados de México",
  c2Caveat: "Los cárteles serían probablemente quintos en una lista de empresas dispares",
  c2Against: "Los cárteles no serían quintos entre los empleadores privados",
  c2Open: "La estimación es demasiado amplia para un lugar entre empleadores",
  c2Copies: "El quinto lugar entre empleadores depende de una lista periodística",
  c2Sentence:
    "Que esas cuatro empresas, y nadie más, tengan más personas tiene una probabilidad de {{atEnd}} % al cierre de 2022 y de {{atStudy}} % en el 2022 del propio estudio, con {{name}} inmediatamente arriba con {{people}} ({{first}} % para un lugar entre los primeros cinco, {{printed}} % para el quinto si Oxxo cuenta aparte de FEMSA, como en la lista publicada); pero la lista llegó por la prensa y cuenta a algunas empresas en todo el mundo y a otras en México.",
  c2NotToWrite:
    "No escriba “el quinto mayor empleador de México”. La lista pone a empresas contadas en todo el mundo junto a personas en México y deja fuera a empleadores públicos como el Instituto Mexicano del Seguro Social.",
  c2Study: "“uno de los mayores empleadores del país”; el resumen no da ningún lugar",
  c2Press: "una lista de empresas con los cárteles en quinto lugar, entre América Móvil y {{below}}",
  c2Report: "“uno de los mayores empleadores de México”, detrás de cuatro empresas que nombra",
  behindNamed: "probabilidad de que las cuatro empresas nombradas, y nadie más, tengan más personas, {{date}}",
  placePrivate: "probabilidad del lugar {{place}} entre los empleadores privados de la lista, {{date}}",
  amongFirst: "probabilidad del lugar {{place}} o mejor entre los empleadores privados, {{date}}",
  placeAsPrinted: "probabilidad del lugar {{place}} en la lista tal cual (Oxxo aparte de FEMSA, con Pemex), {{date}}",
  placeWithPublic:
    "probabilidad del lugar {{place}} con los empleadores públicos que tienen cifra (Ejército, Marina, Guardia Nacional, Pemex, CFE), {{date}}",
  medianWithPublic:
    "lugar al cierre de 2022 con esos empleadores públicos, en el mejor caso: los institutos mayores no tienen cifra",
  mexicoBest:
    "lugar al cierre de 2022 por personas en México, en el mejor caso: frente a cifras solo de México (Walmart 2017)",
  mexicoWorst:
    "lugar al cierre de 2022 por personas en México, en el peor caso: como si cada empresa tuviera ahí a todas",
  people: "personas de {{name}} según la lista; el alcance varía por empresa",
  peopleMexico: "personas de {{name}} solo en México, 2017",

  // C3
  c3Claim: "El fentanilo es la amenaza de drogas más letal que Estados Unidos ha enfrentado.",
  c3Supported: "El fentanilo es la droga más letal en los registros de sobredosis",
  c3Caveat: "Los opioides sintéticos, sobre todo fentanilo, encabezan las muertes por sobredosis",
  c3Against: "Otra clase de drogas supera a los opioides sintéticos en muertes",
  c3Open: "Los registros no permiten saber qué clase es la más letal",
  c3Sentence:
    "En {{year}}, {{deaths}} muertes por sobredosis mencionaron un opioide sintético distinto de la metadona, sobre todo fentanilo: {{lead}} veces las de {{name}}, mientras que el año más alto de cualquier otra clase, {{peakYear}} para {{peakName}}, tiene {{peak}}.",
  c3NotToWrite:
    "No escriba que el fentanilo por sí solo mató a {{deaths}} personas en {{year}}, ni sume las clases: la clase incluye otros opioides sintéticos, y muchas de esas muertes mencionan una segunda droga. Aquí “jamás” es desde 2001, y el tabaco y el alcohol no son sobredosis.",
  c3Report: "“la amenaza de drogas más letal … que hemos enfrentado”, el fiscal general a un diario",
  drugSynthetic: "opioides sintéticos distintos de la metadona",
  drugCocaine: "cocaína",
  drugHeroin: "heroína",
  drugMethadone: "metadona",
  drugNatural: "opioides naturales y semisintéticos",
  drugPsychostimulant: "psicoestimulantes (sobre todo metanfetamina)",
  drugAny: "cualquier droga",
  syntheticIn: "muertes por sobredosis que mencionan un opioide sintético distinto de la metadona, {{year}}",
  syntheticShare: "su proporción en todas las muertes por sobredosis, {{year}}",
  syntheticSince:
    "conocido después: muertes por sobredosis que mencionan un opioide sintético distinto de la metadona, {{year}}",
  syntheticShareSince: "conocido después: su proporción en todas las muertes por sobredosis, {{year}}",
  leadInYear: "veces las muertes de la clase siguiente en {{year}}, {{name}}",
  leadOfPeaks: "veces las muertes del año más alto frente al de la clase siguiente, {{name}} en {{year}}",
  deathsIn: "muertes que mencionan {{name}}, {{year}}",
  highestYear: "año más alto hasta la nota, {{year}}: {{name}}",

  // C4
  c4Claim: "Ir contra cada eslabón de las redes de tráfico, en cada etapa y en todas partes, detiene el flujo.",
  c4Supported: "La presión plena en cada eslabón detiene el flujo de fentanilo",
  c4Caveat: "La presión plena en cada eslabón detendría el flujo, con supuestos",
  c4Against: "La presión plena en cada eslabón no detiene el flujo",
  c4Assumed: "Con los supuestos declarados, la presión plena no detiene el flujo",
  c4Open: "No se puede saber si presionar cada eslabón detiene el flujo",
  c4Sentence:
    "Con presión plena en los cinco eslabones del negocio, el fentanilo consumido en Estados Unidos cambia {{persistent}} % tras seis años si los precursores perdidos no se reponen (de {{from}} a {{to}} % en 90 % de las simulaciones), {{intermediate}} % si se reponen en parte y {{transient}} % si se reponen; por sí solos, el alcance de la naloxona cambia las muertes {{naloxone}} % y el acceso a tratamiento {{treatment}} %.",
  c4NotToWrite:
    "No escriba que la presión en toda la cadena funciona, ni que fracasa: lo que rinde cada eslabón es un supuesto, y tras seis años casi todo depende de si los precursores perdidos se reponen. No ordene los eslabones con estas cifras: los esfuerzos plenos de palancas distintas no cuestan lo mismo.",
  c4Needed:
    "un año bien medido tras una gran pérdida de precursores: pureza, precio y muertes mes con mes, y quién repuso qué, para distinguir los tipos de choque",
  c4Report: "“cada eslabón … en cada etapa y en todas las partes del mundo”, el fiscal general sobre la persecución",

  "shock persistent": "precursores sin reposición",
  "shock intermediate": "precursores repuestos en parte",
  "shock transient": "precursores repuestos",
  after1: "tras un año",
  after2: "tras dos años",
  after3: "tras tres años",
  after5: "tras cinco años",
  after6: "tras seis años",
  after10: "tras diez años",
  flowEveryLink:
    "cambio del fentanilo consumido en Estados Unidos con presión plena en cada eslabón del negocio, {{after}}, {{kind}}",
  deathsEveryLink:
    "cambio de las muertes por opioides sintéticos con presión plena en cada eslabón del negocio, {{after}}, {{kind}}",
  deathsEverything:
    "cambio de las muertes por opioides sintéticos con eso, tratamiento, naloxona y prevención a la vez, {{after}}, {{kind}}",
  deathsPrecursors:
    "cambio de las muertes por opioides sintéticos con esfuerzo pleno en un eslabón, {{after}}: {{name}}, {{kind}}",
  deathsAlone: "cambio de las muertes por opioides sintéticos con esfuerzo pleno en un eslabón, {{after}}: {{name}}",

  // C5
  c5Claim:
    "El temor a represalias de Estados Unidos lleva a líderes locales a matar a sus propios integrantes que siguen distribuyendo.",
  c5Supported: "El grupo señalado cede, y mata a integrantes que no",
  c5Caveat: "El grupo señalado probablemente cede y mata, según supuestos",
  c5Against: "El grupo señalado no cede, o no mata a nadie",
  c5Assumed: "Con los supuestos declarados, el grupo señalado cede sin matar",
  c5Open: "No se puede saber si el temor lleva a matar a propios",
  c5Sentence:
    "Ningún registro distingue las muertes dentro de un grupo entre los {{homicides}} homicidios de {{year}}; si se les dice que la acción plena se teme, las ecuaciones hacen que el negocio de fentanilo del grupo cambie {{participation}} % y mueran {{killed}} de cada 1,000 integrantes en un año, mientras el fentanilo consumido en Estados Unidos cambia {{half}} % tras medio año y {{one}} % tras uno, porque otros toman su lugar.",
  c5NotToWrite:
    "No escriba que la amenaza funciona, ni ponga vidas salvadas contra integrantes asesinados: las muertes dentro de los grupos son muertes como las que causa el fentanilo, nunca un beneficio. La propia nota dice “según reportes”, y el único conteo llegó por la prensa.",
  c5Needed:
    "muertes dentro de los grupos por fecha y lugar, separadas de otros homicidios, y la oferta en Estados Unidos antes y después, con lo que tomaron otros grupos",
  c5Report: "líderes locales “según reportes matan a sus propios integrantes”",

  afterHalf: "tras medio año",
  participation: "cambio del negocio de fentanilo que mantiene el grupo señalado, con acción plena, {{after}}",
  madeTargeted: "cambio del fentanilo que producen todos los grupos, con lo que otros toman, {{after}}",
  flowTargeted: "cambio del fentanilo consumido en Estados Unidos, {{after}}",
  overdosesTargeted: "cambio de las muertes por opioides sintéticos en Estados Unidos, {{after}}",
  killedPerThousand: "asesinados dentro del grupo señalado por cada 1,000 integrantes desde la orden, {{after}}",
  killedWithin:
    "más muertes dentro del grupo, si fuera de {{members}} personas (todo Sinaloa, en todo el mundo), {{after}}",
  overdosesChanged: "en el mismo eje: más muertes por sobredosis al año (bajo cero: menos), al ritmo {{after}}",

  // C6
  c6Claim:
    "La crisis de drogas y la migración son puntos débiles del presidente de Estados Unidos antes de la elección.",
  c6Supported: "Muertes y encuentros mueven la opinión, y esta los votos",
  c6Caveat: "Muertes y encuentros probablemente mueven opinión y votos, según supuestos",
  c6Against: "Muertes o encuentros no mueven la opinión, o esta los votos",
  c6Assumed: "Con los supuestos declarados, muertes o encuentros no mueven votos",
  c6Open: "No se puede saber qué hacen muertes y encuentros al voto",
  c6Sentence:
    "Cuando los encuentros (eventos, no personas) se duplican, {{points}} puntos más de las personas encuestadas nombran la inmigración como el mayor problema (de {{from}} a {{to}}), según {{months}} meses de una encuesta de 2014 a 2019, y las ecuaciones dan {{level}} % a la fecha de la nota; aquí ninguna serie habla de la opinión sobre drogas, de aprobación ni de votos.",
  c6NotToWrite:
    "No escriba que las muertes o los encuentros cuestan votos: aquí ninguna cifra liga unas u otros con la aprobación o una elección. Tampoco que la encuesta sigue a los encuentros mes con mes: a inicios de 2024 subió mientras los encuentros caían a la mitad.",
  c6Needed:
    "una serie mensual de opinión sobre drogas y otra de aprobación, de 2012 a 2023, junto a muertes y encuentros y a lo demás que fue noticia",
  c6Report: "ambos están “entre los puntos débiles” antes de la campaña de 2024",

  salienceDoubling:
    "más personas que nombran la inmigración como el mayor problema cuando se duplican los encuentros, como parte de las encuestadas",
  salienceAt: "parte que nombra la inmigración como el mayor problema, según las ecuaciones y sin noticias, {{date}}",
  pollLast: "el último mes de la encuesta que tiene el ajuste, {{month}}",
  pollSinceJanuary: "conocido después: la misma encuesta, enero de 2024",
  pollSinceFebruary: "conocido después: la misma encuesta, febrero de 2024, con los encuentros a la mitad",

  // C7
  c7Claim: "Atender la migración antes de que llegue a la frontera funciona.",
  c7Supported: "Las medidas antes de la frontera reducen los encuentros en ella",
  c7Caveat: "Las medidas antes de la frontera reducen encuentros, según supuestos",
  c7Against: "Las medidas antes de la frontera no reducen encuentros un décimo",
  c7Assumed: "Con los supuestos declarados, esas medidas cambian poco los encuentros",
  c7Open: "No se puede saber si funcionan las medidas antes de la frontera",
  c7Sentence:
    "Con la contención en México, el Darién y los visados en sus límites, los encuentros (eventos, no personas) cambian {{first}} % tras un año y {{third}} % tras tres (de {{from}} a {{to}} % en 90 % de las simulaciones), las personas en el sur de México {{south}} % y las retenidas o en espera en México {{held}} %; solo con la contención es {{interception}} % de los encuentros y {{heldAlone}} % de las personas retenidas, y solo con consecuencias en la frontera {{border}} % de los encuentros.",
  c7NotToWrite:
    "No escriba que las medidas aguas arriba funcionan porque los encuentros cayeron en enero de 2024: con ellas coincidieron la temporada y el fin de un repunte. No deje fuera a las personas retenidas, devueltas o varadas. Los visados cuentan aquí sin las rutas que la gente toma en su lugar, así que lea la caída como cota superior; las muertes en el camino no se modelan.",
  c7Needed:
    "lo que México y Panamá hicieron mes con mes, los encuentros después de 2023, y qué fue de las personas en el camino: retenidas, devueltas, varadas, muertas",
  c7Report: "Estados Unidos quiere atender la migración “antes de que llegue a la frontera”",

  "set onTheWay": "contención, Darién y visados",
  "set upstream": "esas, vías legales y programas en el origen",
  "set border": "consecuencias en la frontera",
  "set interception": "solo la contención en México",
  "set lawful": "solo vías legales",
  "set origin": "solo programas en el origen",
  "corridor encounters": "cambio de los encuentros (eventos, no personas), {{after}}: {{set}}",
  "corridor held": "cambio de las personas retenidas o en espera en México, {{after}}: {{set}}",
  "corridor south": "cambio de las personas en el sur de México o reubicadas ahí, {{after}}: {{set}}",
  "corridor interceptions": "cambio de las intercepciones en México (eventos, no personas), {{after}}: {{set}}",
  "corridor evaded": "cambio de los cruces sin encuentro, {{after}}: {{set}}",
  "corridor revenue": "cambio de lo que ganan grupos armados por el tráfico de personas, {{after}}: {{set}}",
  encountersSince:
    "conocido después: cambio de los encuentros de diciembre de 2023 a enero de 2024, cuando México hizo más y terminó un repunte de fin de año",

  // C8
  c8Claim: "Muchas personas migrantes llegan a México desde otras naciones para cruzar después.",
  c8Supported: "La mayoría de las personas en la frontera no son mexicanas",
  c8Caveat: "La mayoría de los encuentros fronterizos son con personas no mexicanas",
  c8Against: "Pocos encuentros fronterizos son con personas no mexicanas",
  c8Open: "Si eso es “muchas” es cuestión de palabras",
  c8Sentence:
    "Las personas de países distintos de México fueron {{share}} % de los encuentros (eventos, no personas) de la Patrulla Fronteriza en la frontera suroeste en el año fiscal {{year}}, {{count}} en total, frente a {{before}} % en {{first}}.",
  c8NotToWrite:
    "No escriba que {{share}} % de las personas migrantes no son mexicanas: un encuentro es un evento, quien es devuelto y encontrado otra vez cuenta dos veces, y quien nunca es encontrado no cuenta. Tampoco que las cifras digan cuánto tiempo estuvo alguien en México o por qué vino.",
  c8Report: "muchas “llegan a México desde otras naciones” para cruzar después",
  otherEncounters: "encuentros con personas de países distintos de México, año fiscal {{year}}",
  allEncounters:
    "encuentros de la Patrulla Fronteriza (eventos, no personas) en la frontera suroeste, año fiscal {{year}}",
  otherShareFiscal: "proporción de personas de países distintos de México, año fiscal {{year}}",
  otherShareYear: "proporción de personas de países distintos de México, año calendario {{year}}",
  otherShareSince: "conocido después: proporción de personas de países distintos de México, año calendario {{year}}",
  otherShareWithPorts: "la misma proporción con los puertos de entrada, año fiscal {{year}}",
  nationShare: "proporción de personas de {{name}}, año fiscal {{year}}",
  nationBrazil: "Brasil",
  nationChina: "China",
  nationColombia: "Colombia",
  nationCuba: "Cuba",
  nationDominicanRepublic: "República Dominicana",
  nationEcuador: "Ecuador",
  nationElSalvador: "El Salvador",
  nationGuatemala: "Guatemala",
  nationHaiti: "Haití",
  nationHonduras: "Honduras",
  nationIndia: "India",
  nationMauritania: "Mauritania",
  nationNicaragua: "Nicaragua",
  nationPeru: "Perú",
  nationRomania: "Rumania",
  nationRussia: "Rusia",
  nationTurkey: "Turquía",
  nationUkraine: "Ucrania",
  nationVenezuela: "Venezuela",

  // C9
  c9Claim: "Las armas traficadas al sur desde Estados Unidos permiten a los cárteles imponerse a las policías locales.",
  c9Supported: "Con menos armas traficadas la policía detendría a más integrantes",
  c9Caveat: "Con menos armas habría probablemente más detenciones, según supuestos",
  c9Against: "Menos armas traficadas apenas cambiarían lo que puede la policía",
  c9Assumed: "Con los supuestos declarados, menos armas apenas cambian las detenciones",
  c9Open: "No se puede saber si las armas traficadas vencen a policías",
  c9Sentence:
    "Si la mitad del flujo desde Estados Unidos cesara en semanas y para siempre, las armas por integrante cambiarían {{guns1}} % en un año y {{guns10}} % en diez; las detenciones subirían de {{from}} a {{to}} % en cinco años, pero eso descansa en una elasticidad sin estimación conocida, y las muertes en conflictos cambiarían {{deaths}} %.",
  c9NotToWrite:
    "No escriba que las armas de Estados Unidos son la razón por la que pierden las policías, ni que el modelo lo muestra: se le dijo así. No escriba que una proporción de armas rastreadas es una proporción de todas las armas, ni que un recorte se notaría de inmediato: los acervos duran años.",
  c9Needed:
    "detenciones o enfrentamientos donde la oferta de armas cambió desde fuera, junto a donde no cambió: una estimación de lo que el poder de fuego hace a la policía",
  c9Report:
    "“el flujo de armas hacia el sur” permite a los cárteles “imponerse incluso a las policías locales más fuertes”",

  gunsHalved:
    "cambio de las armas por integrante si la mitad del flujo desde Estados Unidos cesa en semanas, {{after}}",
  arrestsHalved: "cambio de las detenciones de integrantes, igual, {{after}}; su signo es un supuesto",
  conflictHalved: "cambio de las muertes en conflictos entre grupos, igual, {{after}}",
  conflictSinceStart:
    "cambio de las muertes en conflictos frente al inicio y no frente a no ordenar nada, igual, {{after}}",
  gunsRuled:
    "cambio de las armas por integrante con reglas plenas sobre la venta de armas, con su rezago y su evasión, {{after}}",
  gunShare: "parte del flujo de armas que viene de Estados Unidos, según las armas rastreadas",

  // C10
  c10Claim: "Lo que cada parte quiere podría negociarse en una sola agenda.",
  c10Supported: "Cada parte quiere lo que tiene la otra, y ambas ganarían",
  c10Caveat: "Cada parte quiere lo que tiene la otra; la ganancia se supone",
  c10Against: "Una parte no pide nada que la otra pueda dar",
  c10Assumed: "Con los supuestos declarados, un trato dejaría peor a una parte",
  c10Open: "Cada parte pide lo que tiene la otra; se ignora el precio",
  c10Sentence:
    "Según el registro hasta la nota, México había pedido a Estados Unidos {{mexico}} tipos de medida que este tiene en sus manos, {{executive}} de ellos sin poder legislativo, y Estados Unidos había pedido a México {{us}}; no se ha medido qué daría cada parte por el deseo de la otra.",
  c10NotToWrite:
    "No escriba que el acuerdo está al alcance de la mano: que cada parte pida algo no dice cuánto pagaría. Tampoco llame acuerdo entre iguales al que se logra bajo amenaza, ni ponga lo que pide el comunicado de diciembre de 2023 en las pláticas de octubre.",
  c10Needed:
    "lo que cada gobierno gana con cada paso, lo que puede dar legalmente y su situación sin acuerdo; la negociación aún no se modela",
  c10Report: "fentanilo y migración están sobre la mesa, y México pide actuar contra las armas",
  asks: "peticiones registradas hasta la nota por algo que la otra parte tiene en sus manos: {{side}}",
  askedLevers: "tipos de medida en esas peticiones: {{side}}",
  askedExecutive: "tipos de medida en ellas que no requieren al poder legislativo: {{side}}",
  asksDone: "de esas peticiones, cumplidas o cumplidas en parte después: {{side}}",
  asksLater: "peticiones así en el comunicado del 27 y 28 de diciembre de 2023, un evento posterior: {{side}}",
  anyOverdoseIn: "muertes por sobredosis de cualquier droga, Estados Unidos, {{year}}",
  homicidesIn: "homicidios en México, {{year}}",
  firearmShare: "proporción de las víctimas de homicidio doloso muertas con arma de fuego, {{year}}",
};
