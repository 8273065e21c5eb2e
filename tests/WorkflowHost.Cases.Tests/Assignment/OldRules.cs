using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Tests.Assignment;

/// <summary>The table as it was shipped before it had conditions in words: JavaScript, row by row.</summary>
public static class OldRules
{
    private const string Json =
        """
        [
          { "key": "sin-adulto", "title": "Menores sin una persona adulta",
            "when": "!(people.some(p => p.edad >= 18))",
            "segment": "ninez", "sites": "*", "final": true, "reason": "Ningún integrante es mayor de edad: lugar protegido, nunca con personas adultas ajenas." },
          { "key": "riesgo-respiratorio", "title": "Riesgo respiratorio",
            "when": "people.some(p => p.edad >= 18) && people.some(p => p.riesgoRespiratorio)",
            "segment": "respiratorio", "sites": ["robledo", "crea"], "final": true, "reason": "La valoración médica encontró riesgo respiratorio: la familia se aísla junta." },
          { "key": "embarazo", "title": "Embarazo",
            "when": "people.some(p => p.edad >= 18) && !people.some(p => p.riesgoRespiratorio) && people.some(p => p.embarazo)",
            "segment": "embarazadas", "sites": ["melchor-ocampo", "orizaba", "crea"], "reason": "Hay una mujer embarazada: cerca del hospital y con cama baja." },
          { "key": "cronicos", "title": "Enfermedad crónica",
            "when": "people.some(p => p.edad >= 18) && !people.some(p => p.riesgoRespiratorio) && !(people.some(p => p.embarazo)) && people.some(p => (p.cronicas || []).length > 0)",
            "segment": "cronicos", "sites": "*", "reason": "Hay una enfermedad crónico-degenerativa: centro con seguimiento médico diario." },
          { "key": "familias", "title": "Familias con niñas y niños",
            "when": "people.some(p => p.edad >= 18) && !people.some(p => p.riesgoRespiratorio) && people.some(p => p.edad < 18)",
            "segment": "familias", "sites": "*", "reason": "Familia con niñas, niños o adolescentes." },
          { "key": "mujeres-solas", "title": "Mujeres solas",
            "when": "people.some(p => p.edad >= 18) && !people.some(p => p.riesgoRespiratorio) && people.every(p => p.edad >= 18 && p.sexo === 'mujer')",
            "segment": "mujeres", "sites": "*", "reason": "Solo mujeres adultas." },
          { "key": "hombres-solos", "title": "Hombres solos",
            "when": "people.some(p => p.edad >= 18) && !people.some(p => p.riesgoRespiratorio) && people.every(p => p.edad >= 18 && p.sexo === 'hombre')",
            "segment": "hombres", "sites": "*", "reason": "Solo hombres adultos." },
          { "key": "parejas", "title": "Parejas y grupos adultos",
            "when": "people.some(p => p.edad >= 18) && !people.some(p => p.riesgoRespiratorio) && size > 1 && people.every(p => p.edad >= 18)",
            "segment": "parejas", "sites": "*", "reason": "Pareja o grupo familiar de personas adultas." },
          { "key": "respaldo-familias", "title": "Respaldo: centro de familias",
            "when": "people.some(p => p.edad >= 18) && !people.some(p => p.riesgoRespiratorio) && size > 1 && !people.every(p => p.sexo === 'hombre')",
            "segment": "familias", "sites": "*", "reason": "Su segmento no tiene lugar: se asigna a un centro de familias." },
          { "key": "respaldo-parejas", "title": "Respaldo: centro de parejas",
            "when": "people.some(p => p.edad >= 18) && !people.some(p => p.riesgoRespiratorio) && size > 1",
            "segment": "parejas", "sites": "*", "reason": "Su segmento no tiene lugar: se asigna al área de parejas y grupos." },
          { "key": "respaldo-mujeres", "title": "Respaldo: mujer sola",
            "when": "!people.some(p => p.riesgoRespiratorio) && people.every(p => p.edad >= 18 && p.sexo === 'mujer')",
            "segment": "mujeres", "sites": "*", "reason": "Su segmento no tiene lugar: se asigna al área de mujeres." },
          { "key": "respaldo-hombres", "title": "Respaldo: hombre solo",
            "when": "!people.some(p => p.riesgoRespiratorio) && people.every(p => p.edad >= 18 && p.sexo === 'hombre')",
            "segment": "hombres", "sites": "*", "reason": "Su segmento no tiene lugar: se asigna al área de hombres." }
        ]
        """;

    public static JsonArray Rows() => (JsonArray)JsonNode.Parse(Json)!;
}
