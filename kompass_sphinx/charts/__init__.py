"""Charts as SVG text. matplotlib draws the frame once; the marks of one evaluation are placed with the frame's scales.

Only the modules named ``*_frame`` and ``figure`` import matplotlib, and they are imported only when a frame is drawn.
"""
