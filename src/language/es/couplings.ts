/** Palabras de `frontera couplings`. */
export const couplings = {
  title: "Cómo se empujan las partes del sistema desde la fecha de anclaje",
  coupling: "acoplamiento",
  what: "qué hace",
  strength: "fuerza",
  prior: "a priori",
  grade: "grado",
  switch: "interruptor",
  together: "todos juntos",
  off: "`couplings: { ID: off }` en un escenario apaga uno; `couplings: off`, todos.",
  effects:
    "Qué hace cada uno en “{{name}}”: el resultado con él frente a las mismas extracciones sin él (mediana, 90 % de las extracciones)",
  "about guns-lethality": "más armas por integrante hacen más letal el conflicto",
  "about guns-arrests": "más armas por integrante dejan menos detenciones",
  "about members-guns": "el flujo de armas sigue a los integrantes",
  "about revenue-recruitment": "los ingresos por integrante del fentanilo y del tráfico de personas traen reclutas",
  "about scarcity-conflict": "la escasez de fentanilo hace más letal el conflicto",
  "about ban-killings": "una prohibición impuesta mata integrantes del grupo señalado",
  "about ban-production": "una prohibición saca a su grupo del fentanilo; otros lo sustituyen",
  "about violence-departures": "las muertes en conflicto traen salidas de México",
  "about encounters-salience": "los encuentros (eventos, no personas) elevan la relevancia de la inmigración",
} as const;
