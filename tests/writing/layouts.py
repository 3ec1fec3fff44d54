"""Made-up evaluation files in all the layouts that YAML allows and people use."""

from __future__ import annotations

ODD = """\
# PÅHITTAT
%s
# Kommunens namn
municipality:   Tingsryd   # i registret
year: '2019'
edition: 2016


total:   # fyll i
first: no
interviews: 0114
visited: 2019-05 # månad
evaluators:
- name: Påhittad A # en
  affiliation:    "f.d.  SKL"
# mellan två
-   affiliation: X
    # inne i den andra
    name: Påhittad B
summary: >-  # kort

  Radbruten text som
  går över flera rader # ingen kommentar
  med slut

# Områdena
areas:
    1:
        points: 48.5
        questions: # siffror
          1.1: {points: 2,   percent: 15}   # bred
          1.10: { points: 3 } # smal
          1.2: {points: 1, # ett
                percent: 5} # två
          # sist
        strengths:
          # först
          - enkel
          - "citerad: text"   # behåll

          -  text: långt in
             page: 3   # sida
             # om frågan
             question: 1.10
          # ovanför vikt
          - >-
            vikt
            text
          - |
            rak
             text
          - vanlig
            på två rader  # efter
          -
            text: nästa rad
          # efter listan
    7: {points: 12, strengths: [ett, 'två', {text: tre, page: 4}]}
    2:
        improvements: []
        impression: >
           Veckad.
examples:
-   {municipality: Lomma, area: 1, topic: "a, b"}
sources:
    - title: Påhittad
      kind: report
      note:
# slutord
"""

FLOW = "{municipality: Tingsryd, year: 2019, areas: {1: {points: 4, strengths: [a, b, {text: c}]}}, sources: []}\n"

LAYOUTS = (
    ODD % "",
    ODD % "---",
    (ODD % "").replace("\n", "\r\n"),
    (ODD % "").removesuffix("\n# slutord\n"),
    FLOW,
    FLOW.removesuffix("\n"),
)
