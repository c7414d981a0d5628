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
  c4Open: "Nada indica todavía qué eslabón de la cadena salva vidas",
  c4Sentence:
    "En {{year}}, {{deaths}} muertes por sobredosis mencionaron un opioide sintético; ninguna serie dice cuántas menos habría por presionar un eslabón, de inmediato o una vez que el negocio se adapta.",
  c4NotToWrite:
    "No escriba que la presión en toda la cadena funciona, ni que fracasa: aquí no se ha medido ni lo uno ni lo otro.",
  c4Needed:
    "el efecto en las muertes de una unidad de presión sobre precursores, producción, tránsito, puertos de entrada, mayoreo, tratamiento y rescate, de inmediato y tras la adaptación",
  c4Report: "“cada eslabón … en cada etapa y en todas las partes del mundo”, el fiscal general sobre la persecución",

  // C5
  c5Claim:
    "El temor a represalias de Estados Unidos lleva a líderes locales a matar a sus propios integrantes que siguen distribuyendo.",
  c5Open: "Ningún registro distingue las muertes dentro de un grupo",
  c5Sentence:
    "Los registros cuentan {{deaths}} homicidios en México en {{year}} y no dicen cuáles ocurrieron dentro de un grupo ni por qué.",
  c5NotToWrite:
    "No escriba que la amenaza funciona. Las muertes dentro de los grupos son muertes como las que causa el fentanilo, no un beneficio, y la propia nota dice “según reportes”.",
  c5Needed:
    "muertes dentro de los grupos por fecha y lugar, y la oferta en Estados Unidos antes y después, con lo que tomaron otros grupos",
  c5Report: "líderes locales “según reportes matan a sus propios integrantes”",

  // C6
  c6Claim:
    "La crisis de drogas y la migración son puntos débiles del presidente de Estados Unidos antes de la elección.",
  c6Open: "Muertes y encuentros aún no dicen nada del electorado",
  c6Sentence:
    "Hubo {{deaths}} muertes por sobredosis en {{year}} y {{encounters}} encuentros de la Patrulla Fronteriza (eventos, no personas) en el año fiscal 2023; aquí ninguna serie de opinión cubre ese año.",
  c6NotToWrite:
    "No escriba que las muertes o los encuentros cuestan votos: aquí ninguna cifra relaciona unas u otros con la opinión.",
  c6Needed:
    "una serie mensual de lo que la gente llama el problema más importante, de 2012 a 2023, junto a muertes y encuentros",
  c6Report: "ambos están “entre los puntos débiles” antes de la campaña de 2024",

  // C7
  c7Claim: "Atender la migración antes de que llegue a la frontera funciona.",
  c7Open: "La serie termina antes de que empiece el experimento natural",
  c7Sentence:
    "La Patrulla Fronteriza tuvo {{encounters}} encuentros (eventos, no personas) en la frontera suroeste en diciembre de 2023, el último mes de la serie; lo que siguió en enero de 2024, cuando México hizo más, queda fuera de ella.",
  c7NotToWrite:
    "No escriba que las medidas aguas arriba funcionan porque los encuentros bajaron después, ni deje fuera a las personas retenidas, devueltas o varadas.",
  c7Needed:
    "los encuentros desde enero de 2024, lo que México y Panamá hicieron mes con mes, y qué fue de las personas en el camino",
  c7Report: "Estados Unidos quiere atender la migración “antes de que llegue a la frontera”",

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
  c9Open: "Casi todos los homicidios son con arma, de origen no contado",
  c9Sentence:
    "En {{share}} % de los homicidios dolosos de México en {{year}} se usaron armas de fuego; la cifra no dice de dónde vinieron ni qué podían hacer contra ellas las policías locales.",
  c9NotToWrite:
    "No escriba que una proporción de armas rastreadas es una proporción de todas las armas, ni que menos tráfico se notaría de inmediato: los acervos duran años.",
  c9Needed:
    "armas por integrante, su entrada y su pérdida, y lo que hacen a las detenciones y a la letalidad de los enfrentamientos",
  c9Report:
    "“el flujo de armas hacia el sur” permite a los cárteles “imponerse incluso a las policías locales más fuertes”",

  // C10
  c10Claim: "Lo que cada parte quiere podría negociarse en una sola agenda.",
  c10Open: "No se sabe qué daría cada parte por el deseo ajeno",
  c10Sentence:
    "Estados Unidos contó {{deaths}} muertes por opioides sintéticos en {{year}} y México {{homicides}} homicidios en {{otherYear}}; no se ha medido qué daría cada parte por que hubiera menos.",
  c10NotToWrite:
    "No escriba que el acuerdo está al alcance de la mano, ni llame acuerdo entre iguales al que se logra bajo amenaza.",
  c10Needed: "lo que cada gobierno gana con cada paso y puede dar legalmente, y su situación sin acuerdo",
  c10Report: "fentanilo y migración están sobre la mesa, y México pide actuar contra las armas",
  anyOverdoseIn: "muertes por sobredosis de cualquier droga, Estados Unidos, {{year}}",
  homicidesIn: "homicidios en México, {{year}}",
  firearmShare: "proporción de las víctimas de homicidio doloso muertas con arma de fuego, {{year}}",
  encountersLast: "encuentros de la Patrulla Fronteriza (eventos, no personas) en la frontera suroeste, {{month}}",
};
