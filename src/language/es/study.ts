import type { study as english } from "../en/study.ts";

/** Names that the document of `frontera study` carries. */
export const study: { readonly [K in keyof typeof english]: string } = {
  "outcome members": "Integrantes",
  "outcome recruits": "Reclutas",
  "outcome conflict-deaths": "Muertes por conflicto",
  "outcome arrests": "Detenciones",

  "scenario business-as-usual": "Sin cambios de política",
  "about business-as-usual": "todas las tasas siguen como hasta el fin de 2023",
  "scenario recruitment-halved": "Reclutamiento a la mitad",
  "about recruitment-halved":
    "la tasa de reclutamiento baja a la mitad a partir de enero de 2024; no se dice por qué medios",
  "scenario incapacitation-doubled": "Incapacitación al doble",
  "about incapacitation-doubled":
    "el doble de detenciones por semana a partir de enero de 2024; no se dice por qué medios",
  "scenario both": "Ambos a la vez",
  "about both": "reclutamiento a la mitad e incapacitación al doble a partir de enero de 2024",

  "varied nothing": "Como en este estudio",
  "setting nothing": "todo incierto",
  "varied share": "Proporción de homicidios y desapariciones que son integrantes",
  "varied order": "Orden de los grupos en 2012",
  "setting order published": "por fuerza de los vínculos, como se publicó",
  "setting order random": "al azar",
  "varied ties": "Vínculos entre los grupos",
  "setting ties published": "todos, como se publicó",
  "setting ties fewer": "sin tres de cada diez",
  "varied size": "Tamaño según el rango",
  "setting size published": "exponente 1, como se publicó",
  "setting size flat": "exponente 0.7",
  "setting size steep": "exponente 1.3",
  "varied network": "Todo lo relativo a la red",
  "setting network published": "como se publicó",

  "rival published": "Estudio publicado",
  "rival dea": "DEA, Sinaloa y Jalisco en todo el mundo",
  "rival guerrero": "Guerrero, los mismos dos en México",
  "rival defense": "Funcionario de defensa de EE. UU., los dos mayores",
  "rival sedena": "Secretario de la Defensa, quienes viven del narcotráfico",
  "rival chew": "Chew Sánchez, trabajo directo",
  "rival calva": "Calva, empleos directos",

  series: "homicidios por año (INEGI) y personas reportadas como desaparecidas, de 2012 a 2021 y en 2023",

  "check conservation-members": "integrantes frente a todas las entradas y salidas",
  "check members-not-negative": "tamaño del grupo más pequeño, por debajo de cero",
  "check published-core": "integrantes en la semana 520 de las ecuaciones publicadas",
  "check production-steps":
    "todos los resultados que se informan, con los pasos del estudio frente a pasos de la cuarta parte",
  "check conservation-members-in-scenarios": "integrantes frente a todas las entradas y salidas, en cada escenario",
  "check conservation-firearms": "armas frente a todas las que entraron y salieron",
  "check conservation-fentanyl": "fentanilo frente a todo lo producido, perdido y consumido",
  "check conservation-users": "personas que consumen opioides frente a todas las que entraron y salieron",
  "check conservation-migrants": "personas en movilidad frente a todas las que entraron y salieron",
  "check stocks-not-negative": "existencia más pequeña de todo el sistema, por debajo de cero",
};
