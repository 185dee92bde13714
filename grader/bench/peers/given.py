import json
import os
import time

began = time.perf_counter()
import keras
import numpy as np
from keras import layers

import_seconds = time.perf_counter() - began
train = np.load(os.path.join(os.environ["GRADUS_BENCH_ROWS"], "train.npz"))
