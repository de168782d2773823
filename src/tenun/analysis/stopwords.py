"""Short lists of words that carry grammar rather than matter, in English and Indonesian, folded."""

from __future__ import annotations

_ENGLISH = """
a about after again against all also although am among an and any are aren't as at be because been before being between
both but by can can't could couldn't did didn't do does doesn't doing don't down during each either etc even ever every
few for from further had hadn't has hasn't have haven't having he he's her here hers herself him himself his how however
i i'm i've if in into is isn't it it's its itself just let like many may me might more most much must my myself neither
no nor not now of off on once one only onto or other our ours ourselves out over own per rather same shall she should
shouldn't since so some such than that that's the their theirs them themselves then there there's these they they're
this those though through thus to too toward towards under until up upon us very was wasn't we we're we've were weren't
what when where whether which while who whom whose why will with within without won't would wouldn't yet you you're your
yours yourself yourselves
"""

_INDONESIAN = """
ada adalah agar akan aku amat anda antara apa apabila apakah atas atau bagaimana bagi bahkan bahwa banyak baru beberapa
begitu belum berbagai beserta bila bisa bukan cara cukup dalam dan dapat dari daripada dengan demi demikian di dia dulu
guna hal hampir hanya harus hingga ia ialah ini itu jadi jika juga justru kalau kami kamu karena ke kembali kemudian
kepada kita kok lagi lah lain lalu lebih maka malah mana masih maupun melainkan melalui memang mengenai menjadi menurut
mereka meski meskipun misalnya mungkin namun nya oleh pada padahal para pasti per pernah pula pun saat saja saling
sambil sampai sana sangat saya se sebab sebagai sebelum sebuah secara sedang sedangkan sehingga sejak sekali sekarang
selain selalu selama seluruh semua seorang seperti sering serta sesuai sesudah setelah setiap siapa sini situ suatu
sudah supaya tak tanpa tapi telah tentang tentu terhadap terlalu tersebut tetapi tiap tidak toh untuk waktu walau
walaupun yaitu yakni yang
"""

STOPWORDS: dict[str, frozenset[str]] = {"en": frozenset(_ENGLISH.split()), "id": frozenset(_INDONESIAN.split())}
"""By language code. They are this program's own, kept short: a study adds its own words where it counts."""
