import type { figures as english } from "../en/figures.ts";

/** Words of the figures of `frontera study`. */
export const figures: { readonly [K in keyof typeof english]: string } = {
  asOf: "a {{month}}",
  howToRead:
    "Los puntos son medianas; las barras gruesas abarcan la mitad de las muestras y las delgadas, nueve de cada diez.",
  run: "Frontera {{version}}, corrida {{run}}, {{draws}} muestras, semilla {{seed}}",
  gateRed: "semáforo en rojo: muy pocas muestras efectivas, no debe citarse",
  source: "Fuente: {{source}}.",
  againstBusinessAsUsual: "frente a sin cambios",
  againstStart: "frente al inicio",
  noChange: "sin variación",

  membersTitle: "Integrantes de los grupos en México, de {{first}} a {{last}}, {{asOf}}",
  membersCaption:
    "Los integrantes según el modelo, ponderados por la serie de muertes, junto al rango que el estudio publicó para su 2022 ({{date}}). Los círculos marcan las fechas que se citan. El eje vertical no empieza en cero.",
  membersBand: "modelo: mediana y\n50 y 90 % de las muestras",
  publishedRange: "rango publicado\n{{range}}",
  publishedSource: "rango publicado: {{source}}",
  membersAlt: "Una banda que sube. {{said}}. Rango publicado: {{range}}.",
  membersAltAt: "{{median}} (90 % de las muestras: {{range}}) al {{date}}",

  rivalsTitle: "Cuántas personas: este estudio junto a las cifras de otros, {{asOf}}",
  rivalsCaption:
    "Las cifras no cuentan a las mismas personas: solo integrantes, o a todos los que trabajan para el negocio; todos los grupos, o los dos mayores; México, o el mundo. Se ponen una junto a otra, sin promediarlas; la tabla que sigue dice qué cuenta cada una. {{howToRead}} El eje es logarítmico.",
  rivalsSource: "cifras de otros: véase la tabla correspondiente",
  rivalsAxis: "Personas (eje logarítmico)",
  million_one: "{{count}} millón",
  million_other: "{{count}} millones",
  thisStudy: "Este estudio",
  others: "Cifras de otros",
  thisRun: "esta corrida",
  medianAnd90: "mediana y 90 % de las muestras",
  atLeast: "al menos {{value}}",
  upTo: "hasta {{value}}",
  noNumber: "no se da cifra",

  deathsTitle: "Muertes: el modelo junto a la serie con la que se ponderó, {{asOf}}",
  deathsCaption:
    "Las cruces son los datos ({{series}}). Los círculos y las barras son la mediana de las muestras y nueve de cada diez de ellas, en la unidad de los datos. {{inside}} de {{total}} años quedan dentro de la barra. Los mismos años fijaron las ponderaciones, de modo que esto muestra un ajuste y no un pronóstico.",
  deathsAxis: "Homicidios y desapariciones en los datos ({{unit}})",
  deathsModel: "modelo: mediana y 90 % de las muestras",
  deathsData: "datos ({{unit}})",
  noUnit: "sin unidad",
  deathsAlt: "{{year}}: datos, {{data}}; modelo, {{model}} {{unit}}.",

  scenarioTitle: "{{name}} en cada escenario hasta {{year}}, {{asOf}}",
  scenarioCaption:
    "Las líneas son medianas; la banda sombreada abarca la mitad y nueve de cada diez muestras de la historia y del escenario sin cambios de política. Las barras de la derecha son los intervalos de 50 y 90 % de cada escenario al {{date}}. Todos los escenarios corren con las mismas muestras: la diferencia con el escenario sin cambios de política se lee en una misma fecha, y el cambio desde el inicio, a lo largo de una misma línea.",
  scenarioCaptionDeaths: "Son muertes entre grupos.",
  history: "Historia",
  scenarioAlt: "{{scenario}}: {{median}} {{unit}} al {{date}}; 90 % de las muestras, {{range}}.",

  contrastsTitle: "Qué cambia cada escenario al {{date}}, en ambas comparaciones, {{asOf}}",
  contrastsCaption:
    "Las mismas corridas comparadas de dos maneras. Frente a sin cambios de política: cuánto más o menos que si nada cambiara, en la misma fecha. Frente al inicio: cuánto más o menos que cuando empieza el cambio. El signo puede diferir entre las dos, porque sin cambios de política los niveles siguen creciendo. {{howToRead}}",
  contrastsAxis: "Cambio (por ciento)",

  gradesTitle: "Cuánto de cada resultado se apoya en datos, literatura y supuestos, {{asOf}}",
  gradesCaption:
    "Cada barra es un resultado. A: parámetros estimados con datos de este contexto; B: literatura sobre otros lugares; C: supuestos. Proporción de la varianza entre muestras, según los cuadrados de los coeficientes estandarizados de una regresión de rangos. Las partes pequeñas no llevan rótulo.",
  gradesAxis: "Proporción de la varianza del resultado, por grado",
  gradesAxisNarrow: "Proporción de la varianza, por grado de evidencia",
  changeOf: "Cambio en {{outcome}}",

  learningTitle: "Cuánto es supuesto: qué enseñó la serie sobre cada parámetro, {{asOf}}",
  learningCaption:
    "Un punto en 1 indica que la serie no enseñó nada sobre el parámetro: el resultado se apoya en lo que se supuso. Un punto en 0.5 indica que el rango se redujo a la mitad. Las letras son el grado de la evidencia: A, estimado con datos de este contexto; B, literatura sobre otros lugares; C, supuesto. {{untaught}} de {{total}} parámetros conservaron más de nueve décimas de su amplitud a priori.",
  learningSource: "distribuciones a priori: véase la tabla de supuestos",
  learningAxis: "Amplitud restante tras la serie (d. e. a posteriori / d. e. a priori)",
  learningAxisNarrow: "Amplitud restante (d. e. a posteriori / a priori)",
  learningReference: "nada aprendido",
  learningAlt: "{{name}} (grado {{grade}}): queda {{ratio}} de su amplitud a priori.",

  levelsTitle: "Integrantes y muertes con otros supuestos, {{asOf}}",
  levelsCaption: "Cada fila fija un supuesto en otro valor y vuelve a correr todo lo demás. {{howToRead}}",
  levelsDeathsAxis: "Muertes (personas por semana)",
  policyTitle:
    "Muertes cinco años después de duplicar la incapacitación, con otros supuestos y en ambas comparaciones, {{asOf}}",
  policyCaption:
    "El signo de la respuesta puede depender de la comparación y de lo que se suponga. Cada fila fija un supuesto en otro valor. {{howToRead}}",
  policyAxis: "Cambio en las muertes (por ciento)",

  networkTitle: "Los grupos y sus vínculos, {{asOf}}",
  networkCaption:
    "{{groups}} grupos, {{rivalries}} rivalidades (líneas continuas), {{alliances}} alianzas (líneas punteadas); las líneas más gruesas pesan más en los datos. El área de los círculos sigue la mediana de integrantes del modelo al cierre de 2022. El orden de tamaños se supone a partir de los vínculos; por eso solo se nombran los {{named}} mayores y no se da ningún tamaño. {{alone}} grupos sin vínculo conocido están en el bloque de abajo. El lugar en la página no es un lugar en el mapa.",
  networkSource: "red: {{source}}",
  networkAlt:
    "{{groups}} grupos, {{rivalries}} rivalidades, {{alliances}} alianzas, {{alone}} grupos sin vínculos. Los mayores, en un orden supuesto a partir de los vínculos: {{names}}.",
  groupNumber: "grupo {{number}}",
  rivalry: "rivalidad",
  alliance: "alianza",
  aGroup: "un grupo; área según sus integrantes",
  aGroupNarrow: "un grupo",
  outsideWeb: "Grupos fuera de la red principal de vínculos",
};
